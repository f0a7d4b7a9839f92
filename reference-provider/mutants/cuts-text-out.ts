import { mutant } from "../behaviour/variation.js";

export default mutant("cuts-text-out", "Drops the last character of plain texts that it sends", {
  messaging: { textOut: (text) => (/^\p{ASCII}+$/u.test(text) ? text.slice(0, -1) : text) },
});
