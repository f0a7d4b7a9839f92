import { lawful } from "../behaviour/variation.js";

export default lawful("group-renews-when-joined", "Takes a new key for a group also when somebody joins", {
  groups: { renewsKey: () => true },
});
