import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/short-ephemeral", {
  requirement: "M2-55",
  drive: (context) => connectUnder(context, { fault: "server-hello-short-ephemeral" }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Refuse a server key that does not have 32 bytes; neither pad nor cut it.",
  mutants: { "accepts-short-ephemeral": "credentials sent to a server that did not prove itself" },
});
