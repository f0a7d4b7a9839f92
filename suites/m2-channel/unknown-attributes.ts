import { answersProbe } from "../kit/probes.js";

export default answersProbe("m2-channel/unknown-attributes", {
  requirement: "M2-64",
  probeId: "novel-probe",
  finding: "probe with unknown parts",
  attrs: () => ({ novelty: "1" }),
  children: () => [{ tag: "future", attrs: { of: "the protocol" } }],
  hint: "Leave attributes and children that you do not know aside, and do what the rest of the stanza says.",
  mutants: ["refuses-unknown-attributes"],
});
