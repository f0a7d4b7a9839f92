import { handshakes } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/client-hello", {
  requirement: "M2-02",
  scenario: login,
  reached: (trace) => handshakes(trace, "client-hello"),
  judge({ expect, reached }) {
    for (const entry of reached) {
      const { fields } = entry;
      expect("ephemeral key in hex", String(fields["ephemeral"]), entry).matches(/^[0-9a-f]{64}$/);
      expect("static key in the first message", fields["hasStatic"], entry).is(false);
      expect("payload bytes in the first message", fields["payloadBytes"], entry).is(0);
    }
  },
  hint: "The first message of Noise XX carries an ephemeral key of 32 bytes and nothing else: nothing in it is encrypted.",
  mutants: {
    "hello-carries-token": "payload bytes in the first message",
    "hello-carries-static-key": "static key in the first message",
  },
});
