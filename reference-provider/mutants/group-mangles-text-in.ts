import { mutant } from "../behaviour/variation.js";

export default mutant("group-mangles-text-in", "Shows texts of groups as Latin-1", {
  groups: { textIn: (text) => Buffer.from(text, "utf8").toString("latin1") },
});
