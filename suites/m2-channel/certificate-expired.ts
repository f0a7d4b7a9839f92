import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/certificate-expired", {
  requirement: "M2-13",
  version: 2,
  drive: (context) => connectUnder(context, { fault: "certificate-expired" }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Refuse a server whose leaf certificate is past its notAfter.",
  mutants: { "skips-expiry-check": "credentials sent to a server that did not prove itself" },
});
