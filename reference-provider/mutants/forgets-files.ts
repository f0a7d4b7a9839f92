import { mutant } from "../behaviour/variation.js";

export default mutant("forgets-files", "Sends texts again that could not be opened, and not files", {
  features: { resent: (type, content) => (type === "media" ? undefined : content) },
});
