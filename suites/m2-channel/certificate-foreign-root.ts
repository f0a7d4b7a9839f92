import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/certificate-foreign-root", {
  requirement: "M2-10",
  drive: (context) => connectUnder(context, { fault: "certificate-foreign-root" }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Verify the intermediate certificate's signature with the root key that you were configured with, and close the connection when it does not verify.",
  mutants: { "skips-root-check": "credentials sent to a server that did not prove itself" },
});
