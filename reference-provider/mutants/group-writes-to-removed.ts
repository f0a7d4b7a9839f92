import { mutant } from "../behaviour/variation.js";

export default mutant("group-writes-to-removed", "Gives its new key also to members that were removed", {
  groups: {
    keyReceivers: (members, holders, former) => [...members, ...former].filter((member) => !holders.has(member)),
  },
});
