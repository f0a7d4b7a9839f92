import { mutant } from "../behaviour/variation.js";

export default mutant("hello-carries-static-key", "Sends a static key in the first, unencrypted handshake message", {
  channel: { clientHello: (ephemeral) => ({ ephemeral, static: new Uint8Array(32) }) },
});
