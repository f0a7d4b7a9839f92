import { mutant } from "../behaviour/variation.js";

export default mutant(
  "group-forgets-newcomer",
  "Gives its key to the members that a group has at first, and to nobody who joins",
  {
    groups: { keyReceivers: (members, holders) => (holders.size === 0 ? members : []) },
  },
);
