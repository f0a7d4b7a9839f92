import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";

export const certificateBadSignature = defineFault({
  id: "certificate-bad-signature",
  sentence: "Spoils one signature of the certificate chain",
  hook: "certificate-chain",
  params: { certificate: choice(["leaf", "intermediate"], "leaf") },
  effect: (plan, { certificate }) => ({ ...plan, spoil: certificate }),
});
