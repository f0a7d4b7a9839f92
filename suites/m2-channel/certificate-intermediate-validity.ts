import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/certificate-intermediate-validity", {
  requirement: "M2-13",
  drive: (context) => connectUnder(context, { fault: "certificate-expired", params: { certificate: "intermediate" } }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Compare the time with the validity of the intermediate certificate as well: a leaf is good for no longer than its issuer.",
  mutants: {
    "skips-intermediate-validity": "credentials sent to a server that did not prove itself",
    "skips-expiry-check": "credentials sent to a server that did not prove itself",
  },
});
