import { check } from "../kit/index.js";
import { endStreams, loginsAfter, streamError, streamErrors, waitForReturns } from "../kit/streams.js";

export default check("m2-channel/stream-error-passing", {
  requirement: "M2-48",
  version: 2,
  needs: ["timing"],
  timeBound: "the client logs in again after the reconnection time",
  async drive(context) {
    const codes = context.meta.profile.channel.passingStreamErrors;
    const unreadable = streamError(undefined, { tag: "xml-not-well-formed", attrs: {} });
    const owed = streamError(undefined, { tag: "ack", attrs: { class: "message", id: "owed-1" } });
    const ended = await endStreams(context, [...codes.map((code) => streamError(code)), unreadable, owed]);
    await waitForReturns(context, ended);
  },
  reached: streamErrors,
  judge({ expect, reached, trace }) {
    for (const error of reached) {
      const back = loginsAfter(trace, error)[0];
      expect("login after a passing stream error", back?.outcome ?? "none", back ?? error).is("accepted");
    }
  },
  hint: "Reconnect automatically after a temporary stream error, or one without a code.",
  mutants: {
    "stays-away-after-503-stream-error": "login after a passing stream error",
    "stops-without-stream-error-code": "login after a passing stream error",
  },
});
