import { defineFault } from "./fault.js";

/** The chain's own serials are 0, 1 and 2. */
const foreignSerial = 77;

export const certificateWrongIssuer = defineFault({
  id: "certificate-wrong-issuer",
  sentence: "Presents a well signed leaf that names another issuer than the intermediate certificate",
  hook: "certificate-chain",
  params: {},
  effect: (plan) => ({
    ...plan,
    override: { ...plan.override, leaf: { ...plan.override?.leaf, issuerSerial: foreignSerial } },
  }),
});
