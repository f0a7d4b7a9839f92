import { childrenNamed } from "../../protocol/stanza/node.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("answers-each-enc", "Treats every encrypted element of a message as a message of its own", {
  messaging: { encs: (message) => childrenNamed(message, "enc") },
});
