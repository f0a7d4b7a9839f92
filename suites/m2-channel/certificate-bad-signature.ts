import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/certificate-bad-signature", {
  requirement: "M2-11",
  drive: (context) => connectUnder(context, { fault: "certificate-bad-signature" }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Verify the leaf certificate's signature with the intermediate's key, and use the result: a verification whose answer is ignored is none.",
  mutants: { "skips-leaf-signature": "credentials sent to a server that did not prove itself" },
});
