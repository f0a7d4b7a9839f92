import { mutant } from "../behaviour/variation.js";

export default mutant("group-version-nibble", "Writes another version byte before messages to groups", {
  groups: { sealed: (message) => Uint8Array.of(0x34, ...message.subarray(1)) },
});
