import { mutant } from "../behaviour/variation.js";

export default mutant("group-ignores-missing-key", "Drops a message of a group for which it has no key", {
  groups: { undecryptable: () => [] },
});
