import { mutant } from "../behaviour/variation.js";

export default mutant("signal-version-nibble", "Writes version 4 into the first byte of its pre-key messages", {
  messaging: {
    // Nothing authenticates that byte in a pre-key message, so the message still opens.
    sealed: ({ type, bytes }) => ({
      type,
      bytes: type === "pkmsg" ? Uint8Array.of(0x34, ...bytes.subarray(1)) : bytes,
    }),
  },
});
