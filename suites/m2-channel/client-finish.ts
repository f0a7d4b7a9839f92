import { handshakes } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/client-finish", {
  requirement: "M2-90",
  scenario: login,
  // Traces of earlier versions do not say it.
  reached: (trace) => handshakes(trace, "client-finish").filter(({ fields }) => fields["furtherBytes"] !== undefined),
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("bytes beyond the two parts of the last message", entry.fields["furtherBytes"], entry).is(0);
    }
  },
  hint: "The last message of Noise XX has two sealed parts, the static key and the payload. Send no third part, not even an empty one.",
  mutants: { "finish-carries-further-part": "bytes beyond the two parts of the last message" },
});
