import { mutant } from "../behaviour/variation.js";

export default mutant("skips-server-hello-tag", "Decrypts the second handshake message without checking its tags", {
  channel: { skipTagCheck: true },
});
