import { calls, ending } from "../kit/calls.js";
import { check, type EntryOf } from "../kit/index.js";

export default check("m2-channel/failure-final", {
  requirement: "M2-26",
  version: 2,
  needs: ["timing"],
  timeBound: "whatever leads to a login has ended before the grace time begins",
  async drive({ meta, provider, wait }) {
    for (const reason of meta.profile.channel.finalFailures) {
      const user = await provider.connectedUser();
      await user.disconnect();
      meta.arm({ fault: "login-failure", account: user.login, times: "always", params: { reason } });
      await user.tryConnect();
    }
    const last = meta.journal.entries.findLast((entry) => entry.kind === "login");
    if (last !== undefined) await wait("login", () => true, { after: last, ms: graceMs });
  },
  reached: (trace) => firstOfEach(trace.of("login", (entry) => entry.outcome === "refused")),
  judge({ expect, reached, trace }) {
    for (const refused of reached) {
      const again = trace.after(refused).of("login", (entry) => entry.account === refused.account);
      expect("logins after a final failure", again.length, again[0] ?? refused).is(0);
      const call = calls(trace, "user.connect").find(({ response }) => (response?.seq ?? 0) > refused.seq);
      if (call !== undefined) expect("answer to user.connect", ending(call), call.response).is("connect-failed");
    }
  },
  hint: "Stop after a failure that says that the account is gone, locked or banned: tell the user, and do not connect again by yourself.",
  mutants: {
    "reconnects-after-logged-out": "logins after a final failure",
    "returns-after-405": "logins after a final failure",
    "returns-after-406": "logins after a final failure",
  },
});

/** Several times the shortened reconnection time: a client that has not come back by then stays away. */
const graceMs = 250;

/** The first refusal of each account. */
function firstOfEach(logins: readonly EntryOf<"login">[]): readonly EntryOf<"login">[] {
  return logins.filter((entry, at) => logins.findIndex(({ account }) => account === entry.account) === at);
}
