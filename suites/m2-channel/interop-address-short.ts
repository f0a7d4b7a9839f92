import { answersProbe } from "../kit/probes.js";

export default answersProbe("m2-channel/interop-address-short", {
  requirement: "M2-63",
  wire: "binary",
  probeId: "addressed-probe",
  finding: "probe that names its receiver",
  attrs: (login) => ({ to: login }),
  fault: { fault: "stanza-encoding", times: "always", params: { form: "interop-jid-short" } },
  hint: "Read an interop address also when no server name follows it, as the official client writes it.",
  mutants: ["refuses-short-interop-jid"],
});
