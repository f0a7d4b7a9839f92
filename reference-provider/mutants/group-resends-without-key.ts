import { mutant } from "../behaviour/variation.js";

export default mutant("group-resends-without-key", "Sends a message to a member again without its key", {
  groups: { resendsKey: false },
});
