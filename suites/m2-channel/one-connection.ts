import { check, type EntryOf, type Trace } from "../kit/index.js";
import { closingOf } from "../kit/streams.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/one-connection", {
  requirement: "M2-94",
  version: 2,
  scenario: login,
  // From the second login of an account on, unless the server had closed the connection before.
  reached: (trace) =>
    accepted(trace).filter((entry) => {
      const former = formerOf(trace, entry);
      return former !== undefined && closingOf(trace.before(entry), former.connection)?.by !== "harness";
    }),
  judge({ expect, reached, trace }) {
    for (const again of reached) {
      const former = formerOf(trace, again);
      const closed = closingOf(trace.before(again), former?.connection);
      expect("side that closed the connection before", closed?.by ?? "nobody", closed ?? again).is("provider");
    }
  },
  hint: "Close the connection when the user leaves, and before you open another one for the same user.",
  mutants: { "leaves-connection-open": "side that closed the connection before" },
});

function accepted(trace: Trace): readonly EntryOf<"login">[] {
  return trace.of("login", ({ outcome }) => outcome === "accepted");
}

function formerOf(trace: Trace, { account, seq }: EntryOf<"login">): EntryOf<"login"> | undefined {
  return accepted(trace).findLast((entry) => entry.account === account && entry.seq < seq);
}
