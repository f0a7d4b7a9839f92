import { decodeNode } from "../../protocol/stanza/binary/decode.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-compression-flag", "Reads compressed stanzas as if they were not", {
  channel: { unpack: (payload) => decodeNode(payload.subarray(1)).node },
});
