import { shortened } from "../../harness/runner/timing.js";
import { check } from "../kit/index.js";
import { endStreams, streamError, streamErrors, waitForReturns } from "../kit/streams.js";

export default check("m2-channel/rate-limit", {
  requirement: "M2-66",
  needs: ["timing"],
  timeBound: "the client comes back after several reconnection times",
  async drive(context) {
    await waitForReturns(context, await endStreams(context, [streamError("429")]));
  },
  reached: streamErrors,
  judge({ expect, reached: [error], trace, profile }) {
    const back = trace.after(error).of("connection", ({ event }) => event === "opened")[0];
    if (!expect("connection after a request to slow down", back, error).isPresent() || back === undefined) return;
    const shortest = profile.channel.rateLimitPauses * shortened.reconnectMs;
    expect("pause before it in ms", back.at - error.at, back).isAtLeast(shortest);
  },
  hint: "When the server says that you ask too often (429), wait several times longer than after another loss.",
  mutants: {
    "impatient-after-429": "pause before it in ms",
    "stays-away-after-429": "connection after a request to slow down",
  },
});
