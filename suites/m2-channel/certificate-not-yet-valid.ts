import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/certificate-not-yet-valid", {
  requirement: "M2-53",
  version: 2,
  drive: (context) => connectUnder(context, { fault: "certificate-not-yet-valid" }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Compare notBefore with the time, as well as notAfter.",
  mutants: {
    "skips-not-before-check": "credentials sent to a server that did not prove itself",
    "skips-expiry-check": "credentials sent to a server that did not prove itself",
  },
});
