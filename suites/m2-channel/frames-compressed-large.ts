import { answersProbe } from "../kit/probes.js";

/** More than two bytes can count. */
const inflatedBytes = 200_000;

export default answersProbe("m2-channel/frames-compressed-large", {
  requirement: "M2-24",
  wire: "binary",
  probeId: "large-compressed-probe",
  finding: "probe in a small frame that inflates to a large stanza",
  fault: { fault: "frames-compressed", times: "always" },
  children: () => [{ tag: "ping", attrs: {}, bytes: Buffer.alloc(inflatedBytes, 7).toString("base64") }],
  hint: "Inflate in pieces, up to a limit of megabytes: a compressed stanza may be many times as long as its frame.",
  mutants: ["inflates-small-stanzas-only", "ignores-compression-flag"],
});
