import { answersProbe } from "../kit/probes.js";

/** More than two bytes can count, and far less than a frame may hold. */
const largeBytes = 200_000;

export default answersProbe("m2-channel/frame-large", {
  requirement: "M2-56",
  probeId: "large-probe",
  finding: "probe in a large frame",
  children: () => [{ tag: "ping", attrs: {}, bytes: Buffer.alloc(largeBytes, 7).toString("base64") }],
  hint: "Read all three bytes of a frame's length: a frame may hold up to 16777215 bytes.",
  mutants: ["small-frame-limit"],
});
