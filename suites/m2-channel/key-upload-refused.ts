import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { uploads } from "../kit/keys.js";
import { refusedUpload } from "../scenarios/login.js";

export default check("m2-channel/key-upload-refused", {
  requirement: "M2-69",
  version: 2,
  scenario: refusedUpload,
  reached: appliedFaults,
  judge({ expect, reached, trace }) {
    const [first] = reached;
    const again = uploads(trace.after(first)).filter(
      ({ connection, at, seq }) =>
        connection === first.connection &&
        reached.some((refused) => refused.seq < seq && at - refused.at < shortestPauseMs),
    );
    expect("uploads right after a refused one", again.length, again[0] ?? first).isAtMost(mostRepetitions);
  },
  hint: "Wait before you repeat an upload that the server refused, longer each time: it will hardly take at once what it has just refused.",
  mutants: { "repeats-refused-upload": "uploads right after a refused one" },
});

/** Less is no pause. */
const shortestPauseMs = 100;
/** A client with growing pauses makes one at most, unless it has a second reason to upload. */
const mostRepetitions = 2;
