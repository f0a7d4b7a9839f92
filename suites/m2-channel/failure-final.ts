import { ending, lastCall } from "../kit/calls.js";
import { check } from "../kit/index.js";

export default check("m2-channel/failure-final", {
  requirement: "M2-26",
  needs: ["timing"],
  async drive({ meta, provider, wait }) {
    const alice = await provider.connectedUser();
    await alice.disconnect();
    meta.arm({
      fault: "login-failure",
      times: "always",
      params: { reason: meta.profile.channel.finalFailures[0] ?? "401" },
    });
    await alice.tryConnect();
    const refused = await wait("login", (entry) => entry.outcome === "refused");
    if (refused !== undefined) {
      await wait("connection", (entry) => entry.event === "opened", { after: refused, ms: graceMs });
    }
  },
  reached: (trace) => trace.of("login", (entry) => entry.outcome === "refused"),
  judge({ expect, reached: [refused], trace }) {
    const again = trace.after(refused).of("connection", (entry) => entry.event === "opened");
    expect("connections after a final failure", again.length, again[0] ?? refused).is(0);
    const call = lastCall(trace, "user.connect");
    if (call !== undefined) expect("answer to user.connect", ending(call), call.response).is("connect-failed");
  },
  hint: "Stop after a failure that says that the account is gone (401): tell the user, and do not connect again by yourself.",
  mutants: { "reconnects-after-logged-out": "connections after a final failure" },
});

/** Several times the shortened reconnection time: who has not come back by then stays away. */
const graceMs = 300;
