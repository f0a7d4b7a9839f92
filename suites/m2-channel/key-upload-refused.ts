import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { mostRepetitions, quickRepetitions, uploads } from "../kit/keys.js";
import { refusedUpload } from "../scenarios/login.js";

export default check("m2-channel/key-upload-refused", {
  requirement: "M2-69",
  version: 2,
  scenario: refusedUpload,
  reached: appliedFaults,
  judge({ expect, reached, trace }) {
    const again = quickRepetitions(reached, uploads(trace.after(reached[0])));
    expect("uploads right after a refused one", again.length, again[0] ?? reached[0]).isAtMost(mostRepetitions);
  },
  hint: "Wait before you repeat an upload that the server refused, longer each time: it will hardly take at once what it has just refused.",
  mutants: { "repeats-refused-upload": "uploads right after a refused one" },
});
