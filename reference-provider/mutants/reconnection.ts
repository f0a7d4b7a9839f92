import { type ConnectionEnd, type Plan, planAfter } from "../behaviour/reconnection.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

type Ends = (end: ConnectionEnd) => boolean;

/** Does something else after these ends than it should. */
function plans(plan: Plan, ends: Ends): Overrides {
  return { channel: { afterEnd: (end, history) => (ends(end) ? plan : planAfter(end, history)) } };
}

function failure(reason: string): Ends {
  return (end) => end.cause === "failure" && end.reason === reason;
}

function streamError(code: string): Ends {
  return (end) => end.cause === "stream-error" && end.code === code;
}

function cause(wanted: ConnectionEnd["cause"]): Ends {
  return (end) => end.cause === wanted;
}

export default mutants({
  "backoff-in-step": {
    sentence: "Doubles its pauses exactly, so that all clients reconnect together",
    overrides: { channel: { backoffMs: (attempt, base) => base * 2 ** Math.min(attempt, 6) } },
  },
  "constant-backoff": {
    sentence: "Waits equally long before each reconnection",
    overrides: { channel: { backoffMs: (_attempt, base, random) => base + random.int(base) } },
  },
  "gives-up-after-413": {
    sentence: "Never reconnects after its token has expired",
    overrides: plans("stop", failure("413")),
  },
  "gives-up-after-503": {
    sentence: "Never reconnects when the server is only busy",
    overrides: plans("stop", failure("503")),
  },
  "impatient-after-429": {
    sentence: "Reconnects as fast as usual when the server asks it to slow down",
    overrides: {
      channel: {
        afterEnd(end, history) {
          const plan = planAfter(end, history);
          return plan === "reconnect-much-later" ? "reconnect-later" : plan;
        },
      },
    },
  },
  "reconnects-after-conflict": {
    sentence: "Reconnects after another login has replaced it",
    overrides: plans("reconnect-later", (end) => end.cause === "stream-error" && end.conflict),
  },
  "reconnects-after-logged-out": {
    sentence: "Reconnects after the server has rejected it for good",
    overrides: plans("reconnect-later", failure("401")),
  },
  "reconnects-without-backoff": {
    sentence: "Reconnects at once, however often it fails",
    overrides: { channel: { backoffMs: () => 0 } },
  },
  "resets-backoff-at-login": {
    sentence: "Begins with the shortest pause again after each login, however briefly it lasted",
    overrides: { channel: { resetsPausesAtLogin: true } },
  },
  "returns-after-405": {
    sentence: "Reconnects after a failure that says that its client is too old",
    overrides: plans("reconnect-later", failure("405")),
  },
  "returns-after-406": {
    sentence: "Reconnects after a failure that says that the account is banned",
    overrides: plans("reconnect-later", failure("406")),
  },
  "returns-after-516": {
    sentence: "Reconnects after a stream error that says that the account is logged out",
    overrides: plans("reconnect-later", streamError("516")),
  },
  "stays-away-after-429": {
    sentence: "Does not reconnect after the server has asked it to slow down",
    overrides: plans("stop", streamError("429")),
  },
  "stays-away-after-503-stream-error": {
    sentence: "Does not reconnect after a temporary stream error",
    overrides: plans("stop", streamError("503")),
  },
  "stays-away-after-bad-frame": {
    sentence: "Does not reconnect after a frame that it could not open",
    overrides: plans("stop", cause("bad-frame")),
  },
  "stays-away-after-loss": {
    sentence: "Does not reconnect when the connection breaks",
    overrides: plans("stop", cause("lost")),
  },
  "stays-away-after-stream-end": {
    sentence: "Does not reconnect after the end of the stream",
    overrides: plans("stop", cause("stream-end")),
  },
  "stops-after-515": {
    sentence: "Does not reconnect when the server asks it to restart",
    overrides: plans("stop", streamError("515")),
  },
  "stops-without-stream-error-code": {
    sentence: "Does not reconnect after a stream error without a code",
    overrides: plans("stop", streamError("")),
  },
});
