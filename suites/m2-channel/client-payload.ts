import { handshakes, payloadOf } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/client-payload", {
  requirement: "M2-08",
  scenario: login,
  reached: (trace) => handshakes(trace, "client-finish"),
  judge({ expect, reached, profile }) {
    for (const entry of reached) expect("product", payloadOf(entry)["product"], entry).is(profile.channel.product);
  },
  hint: "Fill ClientPayload.product with INTEROP (2): it tells the server which rules hold for this client.",
  mutants: { "wrong-product": "product" },
});
