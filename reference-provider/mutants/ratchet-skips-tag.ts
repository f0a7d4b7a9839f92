import { mutant } from "../behaviour/variation.js";
import { carefulRatchet } from "../ratchet/policy.js";

export default mutant("ratchet-skips-tag", "Opens what was changed on its way, in a protocol of its own", {
  sessions: { ratchet: { ...carefulRatchet, authenticates: false } },
});
