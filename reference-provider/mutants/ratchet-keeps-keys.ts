import { mutant } from "../behaviour/variation.js";
import { carefulRatchet } from "../ratchet/policy.js";

export default mutant("ratchet-keeps-keys", "Keeps the keys of messages that it has opened, in a protocol of its own", {
  sessions: { ratchet: { ...carefulRatchet, forgets: false } },
});
