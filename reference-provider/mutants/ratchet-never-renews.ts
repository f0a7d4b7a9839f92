import { mutant } from "../behaviour/variation.js";
import { carefulRatchet } from "../ratchet/policy.js";

export default mutant("ratchet-never-renews", "Never renews the keys of a protocol of its own", {
  sessions: { ratchet: { ...carefulRatchet, renews: false } },
});
