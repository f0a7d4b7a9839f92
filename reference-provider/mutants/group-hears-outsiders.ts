import { mutant } from "../behaviour/variation.js";

export default mutant("group-hears-outsiders", "Shows messages of somebody who has left the group", {
  groups: { hears: () => true },
});
