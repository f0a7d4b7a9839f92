import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/certificate-leaf-mismatch", {
  requirement: "M2-12",
  drive: (context) => connectUnder(context, { fault: "certificate-leaf-mismatch" }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Compare the leaf certificate's key with the static key of the handshake: without it, anybody can replay a public chain.",
  mutants: { "skips-leaf-binding": "credentials sent to a server that did not prove itself" },
});
