import { mutant } from "../behaviour/variation.js";

export default mutant("unknown-stanza-kills-connection", "Hangs up at a stanza that it does not know", {
  channel: { onUnknownStanza: "close" },
});
