import { mutant } from "../behaviour/variation.js";

export default mutant("group-repeats-key", "Sends its key to every member with every message", {
  groups: { keyReceivers: (members) => members },
});
