import { mutant } from "../behaviour/variation.js";

export default mutant("group-shown-as-direct", "Shows a message of a group as one of its author alone", {
  groups: { attribution: ({ author }) => ({ from: author }) },
});
