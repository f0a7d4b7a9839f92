import { mutant } from "../behaviour/variation.js";

export default mutant("notices-by-content", "Reads notifications by what they hold, whatever their type is", {
  channel: { readsNotification: () => true },
});
