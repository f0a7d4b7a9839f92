import { mutant } from "../behaviour/variation.js";

export default mutant("accepts-bad-padding", "Looks at the last byte of the padding only", {
  messaging: { unpad: (padded) => padded.subarray(0, Math.max(0, padded.length - (padded.at(-1) ?? 0))) },
});
