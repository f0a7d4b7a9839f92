import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/certificate-intermediate-issuer", {
  requirement: "M2-14",
  drive: (context) =>
    connectUnder(context, { fault: "certificate-wrong-issuer", params: { certificate: "intermediate" } }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Check that the intermediate certificate names serial 0, the root's, as its issuer.",
  mutants: {
    "skips-intermediate-issuer": "credentials sent to a server that did not prove itself",
    "skips-issuer-check": "credentials sent to a server that did not prove itself",
  },
});
