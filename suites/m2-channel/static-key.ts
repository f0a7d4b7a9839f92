import { handshakes } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/static-key", {
  requirement: "M2-04",
  scenario: login,
  reached: (trace) => (trace.of("enlistment").length === 0 ? [] : handshakes(trace, "client-finish")),
  judge({ expect, reached, trace }) {
    const enlisted = trace.of("enlistment").at(-1)?.arguments["authkey"];
    for (const entry of reached) expect("static key", entry.fields["staticKey"], entry).is(enlisted ?? "");
  },
  hint: "Use as Noise static key the key pair whose public half was enlisted as authkey.",
  mutants: { "static-key-not-authkey": "static key" },
});
