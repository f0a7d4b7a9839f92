import { check } from "../kit/index.js";
import { backoff, refusedLogins } from "../scenarios/backoff.js";

export default check("m2-channel/failure-passing", {
  requirement: "M2-27",
  version: 2,
  scenario: backoff,
  timeBound: "the client logs in again after the pauses of a growing back-off",
  reached: (trace) => refusedLogins(trace).flatMap((logins) => logins.slice(-1)),
  judge({ expect, reached, trace }) {
    for (const refused of reached) {
      const back = trace.after(refused).of("login", ({ account }) => account === refused.account)[0];
      expect(`login after failure ${refused.reason}`, back?.outcome ?? "none", back ?? refused).is("accepted");
    }
  },
  // How long it waits is judged by m2-channel/backoff-grows.
  hint: "Reconnect automatically after a temporary failure (500, 503), after a pause.",
  mutants: { "gives-up-after-503": "login after failure 503" },
});
