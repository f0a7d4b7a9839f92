import { check } from "../kit/index.js";
import { appliedFaults, connectUnder, expectNoCredentials } from "../kit/refusals.js";

export default check("m2-channel/server-hello-static-tampered", {
  requirement: "M2-15",
  drive: (context) => connectUnder(context, { fault: "server-hello-tampered", params: { part: "static" } }),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNoCredentials(expect, trace, fault),
  hint: "Check the authentication tag of the server's static key before you use the key.",
  mutants: { "skips-server-hello-tag": "credentials sent to a server that did not prove itself" },
});
