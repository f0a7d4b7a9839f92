import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { uploads } from "../kit/keys.js";
import { probeAnswer } from "../kit/probes.js";
import { refusedUpload } from "../scenarios/login.js";

export default check("m2-channel/key-upload-again", {
  requirement: "M2-70",
  scenario: refusedUpload,
  reached: (trace) => (probeAnswer(trace, "after") === undefined ? [] : appliedFaults(trace)),
  judge({ expect, reached: [refused], trace }) {
    const again = uploads(trace.after(refused));
    expect("uploads after a refused one", again.length, again[0] ?? refused).isAtLeast(1);
  },
  hint: "Upload again, at the next login at the latest, what the server refused: without keys nobody can begin a conversation with the user.",
  mutants: { "forgets-refused-upload": "uploads after a refused one" },
  lawful: ["ignores-server-ping"],
});
