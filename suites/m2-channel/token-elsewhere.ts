import { handshakes } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

/** A compact JWT, or what redaction leaves of one. */
const token = /eyJ[\w-]+\.[\w-]+\.[\w-]*|<token /;

export default check("m2-channel/token-elsewhere", {
  requirement: "M2-130",
  scenario: login,
  // Connections whose handshake ended with the token where it belongs.
  reached: (trace) =>
    trace.of(
      "connection",
      ({ event, connection }) =>
        event === "opened" && handshakes(trace, "client-finish").some((finish) => finish.connection === connection),
    ),
  judge({ expect, reached }) {
    for (const opened of reached) {
      expect("token in the URL", token.test(opened.url ?? ""), opened).is(false);
      expect("token in the request headers", token.test(JSON.stringify(opened.headers ?? {})), opened).is(false);
    }
  },
  hint: "Leave the token out of the URL and the headers of the WebSocket request: both are logged on the way.",
  mutants: { "token-in-url": "token in the URL" },
});
