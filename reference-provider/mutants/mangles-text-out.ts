import { mutant } from "../behaviour/variation.js";

export default mutant("mangles-text-out", "Drops everything but ASCII from the texts that it sends", {
  messaging: { textOut: (text) => text.replace(/\P{ASCII}/gu, "") },
});
