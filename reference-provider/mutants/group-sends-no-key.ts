import { mutant } from "../behaviour/variation.js";

export default mutant("group-sends-no-key", "Writes to a group without giving anybody the key", {
  groups: { keyReceivers: () => [] },
});
