import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";

/** The chain's own serials are 0, 1 and 2. */
const foreignSerial = 77;

export const certificateWrongIssuer = defineFault({
  id: "certificate-wrong-issuer",
  sentence: "Presents a well signed certificate that names another issuer than the one that signed it",
  hook: "certificate-chain",
  params: { certificate: choice(["leaf", "intermediate"], "leaf") },
  effect: (plan, { certificate }) => ({
    ...plan,
    override: { ...plan.override, [certificate]: { ...plan.override?.[certificate], issuerSerial: foreignSerial } },
  }),
});
