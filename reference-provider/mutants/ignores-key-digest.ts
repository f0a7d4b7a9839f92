import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-key-digest", "Asks which of its keys the server holds, and does nothing about others", {
  keys: { agrees: () => true },
});
