import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

const finding = "frames that do not open under the next count";

export default check("m2-channel/frame-counts", {
  requirement: "M2-51",
  scenario: login,
  // Frames after a handshake to whose end both sides came: the keys are the same, so a frame can only be miscounted.
  reached: (trace) => {
    const accepted = new Set(
      trace.of("login", ({ outcome }) => outcome === "accepted").map((entry) => entry.connection),
    );
    const stanzas = trace.stanzas.fromProvider.where((entry) => accepted.has(entry.connection)).list;
    const unopened = trace.of("bad-frame", (entry) => accepted.has(entry.connection));
    return [...stanzas, ...unopened];
  },
  judge({ expect, reached, trace }) {
    const unopened = trace.of("bad-frame", ({ by, code }) => by === "provider" && code === "decrypt-failed");
    expect(finding, unopened.length, unopened[0] ?? reached[0]).is(0);
  },
  hint: "Count the frames of each direction from 0, by one for each frame, on each connection anew; the count is the big-endian end of the 12 bytes of the nonce.",
  mutants: Object.fromEntries(
    [
      "counts-frames-from-one",
      "frame-associated-data",
      "frame-key-of-other-side",
      "frame-nonce-little-endian",
      "frame-nonce-stays-zero",
    ].map((id) => [id, finding]),
  ),
});
