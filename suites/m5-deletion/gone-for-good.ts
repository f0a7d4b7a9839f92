import { calls, ending } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { answerTo, requestsSince } from "../kit/requests.js";
import { deletion } from "../scenarios/requests.js";

export default check("m5-deletion/gone-for-good", {
  requirement: "M5-03",
  scenario: deletion,
  // The server has removed the account.
  reached: (trace) =>
    calls(trace, "user.delete")
      .flatMap((call) => requestsSince(trace, call, "set"))
      .flatMap((sent) => answerTo(trace, sent) ?? [])
      .filter(({ node }) => node.attrs["type"] === "result"),
  judge({ expect, reached: [removed], trace }) {
    const [again] = trace.after(removed).of("enlistment");
    const meanwhile = again === undefined ? trace.after(removed) : trace.after(removed).before(again);
    const logins = meanwhile.of("login");
    expect("logins of a user who was deleted", logins.length, logins[0] ?? removed).is(0);
    for (const call of calls(meanwhile, "user.connect")) {
      expect("answer to user.connect of a user who was deleted", ending(call), call.response ?? removed).isNot("ok");
    }
  },
  hint: "Forget a user whom Meta has removed: no connection, and no attempt at one.",
  mutants: { "returns-after-deletion": "logins of a user who was deleted" },
});
