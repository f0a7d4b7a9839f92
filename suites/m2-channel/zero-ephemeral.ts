import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/zero-ephemeral", {
  requirement: "M2-16",
  drive: (context) => connectUnder(context, { fault: "server-hello-zero-ephemeral" }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Refuse a Diffie-Hellman result of all zeroes (RFC 7748 section 6.1).",
  mutants: { "accepts-zero-ephemeral": "credentials sent to a server that did not prove itself" },
});
