import { answersProbe } from "../kit/probes.js";

export default answersProbe("m2-channel/interop-address", {
  requirement: "M2-62",
  wire: "binary",
  probeId: "addressed-probe",
  finding: "probe that names its receiver",
  attrs: (login) => ({ to: login }),
  hint: "Read the server name that follows an interop address from the server (docs/implementing/stanza-encoding.md); it belongs to the address.",
  mutants: ["refuses-long-interop-jid"],
});
