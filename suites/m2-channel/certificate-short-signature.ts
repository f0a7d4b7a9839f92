import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/certificate-short-signature", {
  requirement: "M2-54",
  drive: (context) => connectUnder(context, { fault: "certificate-short-signature" }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Refuse a certificate whose signature has another length than 64 bytes; never leave the verification out because it cannot be done.",
  mutants: { "accepts-short-signature": "credentials sent to a server that did not prove itself" },
});
