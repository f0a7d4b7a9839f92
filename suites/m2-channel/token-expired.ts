import { handshakes, tokenOf } from "../kit/handshakes.js";
import { check, type EntryOf, type Trace } from "../kit/index.js";
import { tokenFailures } from "../scenarios/backoff.js";

export default check("m2-channel/token-expired", {
  requirement: "M2-47",
  needs: ["timing"],
  timeBound: "the client logs in again after the reconnection time",
  async drive({ meta, provider, wait }) {
    for (const reason of tokenFailures(meta.profile.channel)) {
      const user = await provider.connectedUser();
      await user.disconnect();
      const { last } = meta.journal;
      meta.arm({ fault: "login-failure", account: user.login, params: { reason } });
      await user.tryConnect();
      await wait("login", (entry) => entry.seq > last && entry.outcome === "accepted");
    }
  },
  reached: (trace) => trace.of("login", (entry) => entry.outcome === "refused" && digestOf(trace, entry) !== undefined),
  judge({ expect, reached, trace }) {
    for (const refused of reached) {
      const back = trace.after(refused).of("login", ({ account }) => account === refused.account)[0];
      if (!expect("login with another token", back, refused).isPresent() || back === undefined) continue;
      expect("token after the failure", digestOf(trace, back), back).isNot(digestOf(trace, refused));
    }
  },
  hint: "When the server says that a token has expired or is not valid (413, 414), have a new one issued, and come back with that.",
  mutants: { "reuses-token": "token after the failure", "gives-up-after-413": "login with another token" },
});

/** Of the token with which this login was made. */
function digestOf(trace: Trace, login: EntryOf<"login">): string | undefined {
  const finish = handshakes(trace, "client-finish").find(({ connection }) => connection === login.connection);
  return finish && tokenOf(finish)?.sha256;
}
