import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/certificate-wrong-issuer", {
  requirement: "M2-14",
  drive: (context) => connectUnder(context, { fault: "certificate-wrong-issuer" }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Check that the leaf names the serial of the intermediate as its issuer.",
  mutants: { "skips-issuer-check": "credentials sent to a server that did not prove itself" },
});
