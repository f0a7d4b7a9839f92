import { utf8 } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("hello-carries-token", "Sends its token in the first, unencrypted handshake message", {
  channel: { clientHello: (ephemeral, token) => ({ ephemeral, payload: utf8(token) }) },
});
