import { mutant } from "../behaviour/variation.js";

export default mutant("waits-forever-for-hello", "Waits for the second handshake message without end", {
  channel: { helloTimeoutMs: () => undefined },
});
