import { mutant } from "../behaviour/variation.js";

export default mutant("group-taken-for-author", "Takes the group for the author of its messages", {
  groups: { attribution: ({ from }) => ({ from, group: from }) },
});
