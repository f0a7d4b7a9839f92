import { mutant } from "../behaviour/variation.js";

export default mutant("mangles-text-in", "Drops everything but ASCII from the texts that it shows", {
  messaging: { textIn: (text) => text.replace(/\P{ASCII}/gu, "") },
});
