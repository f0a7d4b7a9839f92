import { defineFault } from "./fault.js";

export const certificateShortSignature = defineFault({
  id: "certificate-short-signature",
  sentence: "Presents a leaf certificate whose signature lacks its last byte",
  hook: "certificate-chain",
  params: {},
  effect: (plan) => ({ ...plan, cut: "leaf" }),
});
