import { check } from "../kit/index.js";
import { endStreams, loginsAfter, streamError, streamErrors } from "../kit/streams.js";

export default check("m2-channel/stream-error-final", {
  requirement: "M2-65",
  needs: ["timing"],
  timeBound: "whatever leads to a login has ended before the grace time begins",
  async drive(context) {
    const { meta, wait } = context;
    const removed = streamError("401", { tag: "conflict", attrs: { type: "device_removed" } });
    await endStreams(context, [...meta.profile.channel.finalStreamErrors.map((code) => streamError(code)), removed]);
    const last = meta.journal.entries.at(-1);
    if (last !== undefined) await wait("login", () => true, { after: last, ms: graceMs });
  },
  reached: streamErrors,
  judge({ expect, reached, trace }) {
    for (const error of reached) {
      const again = loginsAfter(trace, error);
      expect("logins after a final stream error", again.length, again[0] ?? error).is(0);
    }
  },
  hint: "Stop after a stream error that says that the account is logged out or replaced: coming back would only be refused, or push out another client.",
  mutants: { "returns-after-516": "logins after a final stream error" },
});

/** Several times the shortened reconnection time: a client that has not come back by then stays away. */
const graceMs = 250;
