import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-signal-version", "Reads Signal messages of every version as if they were of version 3", {
  sessions: {
    decrypt: (account, address, { type, bytes }) =>
      account.decrypt(address, { type, bytes: Uint8Array.of(0x33, ...bytes.subarray(1)) }),
  },
});
