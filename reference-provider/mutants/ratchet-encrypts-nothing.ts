import { mutant } from "../behaviour/variation.js";
import { carefulRatchet } from "../ratchet/policy.js";

export default mutant("ratchet-encrypts-nothing", "Sends what it should encrypt, with a tag behind it", {
  sessions: { ratchet: { ...carefulRatchet, encrypts: false } },
});
