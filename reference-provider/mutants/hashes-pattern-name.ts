import { mutant } from "../behaviour/variation.js";

export default mutant("hashes-pattern-name", "Hashes the name of the handshake pattern, which fits unhashed", {
  channel: { hashesPatternName: true },
});
