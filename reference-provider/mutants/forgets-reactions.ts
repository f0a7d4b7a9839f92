import { mutant } from "../behaviour/variation.js";

export default mutant("forgets-reactions", "Sends texts again that could not be opened, and not reactions", {
  features: { resent: (type, content) => (type === "reaction" ? undefined : content) },
});
