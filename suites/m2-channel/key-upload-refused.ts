import { check } from "../kit/index.js";
import { uploads } from "../kit/keys.js";
import { probeSent } from "../kit/probes.js";
import { appliedFaults } from "../kit/refusals.js";
import { refusedUpload } from "../scenarios/refused-upload.js";

export default check("m2-channel/key-upload-refused", {
  requirement: "M2-69",
  scenario: refusedUpload,
  reached: appliedFaults,
  judge({ expect, reached: [refused], trace }) {
    const stayed = probeSent(trace, "between");
    const again = stayed === undefined ? [] : uploads(trace.after(refused).before(stayed));
    expect("uploads right after a refused one", again.length, again[0] ?? refused).isAtMost(mostRepetitions);
  },
  hint: "Wait before you repeat an upload that the server refused, longer each time: it will hardly take at once what it has just refused.",
  mutants: { "repeats-refused-upload": "uploads right after a refused one" },
});

/** Within milliseconds; a client with growing pauses makes one at most. */
const mostRepetitions = 2;
