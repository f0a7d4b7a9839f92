import { mutant } from "../behaviour/variation.js";

export default mutant("group-mangles-text-out", "Sends texts to groups as Latin-1 read as UTF-8", {
  groups: { textOut: (text) => Buffer.from(text, "utf8").toString("latin1") },
});
