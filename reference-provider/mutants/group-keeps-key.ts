import { mutant } from "../behaviour/variation.js";

export default mutant("group-keeps-key", "Keeps its key when a member is removed", {
  groups: { renewsKey: () => false },
});
