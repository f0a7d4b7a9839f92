import { check } from "../kit/index.js";

export default check("m2-channel/failure-passing", {
  requirement: "M2-27",
  needs: ["timing"],
  async drive({ meta, provider, wait }) {
    const alice = await provider.connectedUser();
    await alice.disconnect();
    meta.arm({
      fault: "login-failure",
      times: 2,
      params: { reason: "503" },
    });
    await alice.tryConnect();
    const refused = await wait("login", (entry) => entry.outcome === "refused");
    if (refused !== undefined) await wait("login", (entry) => entry.outcome === "accepted", { after: refused });
  },
  reached: (trace) => trace.of("login", (entry) => entry.outcome === "refused"),
  judge({ expect, reached, trace }) {
    const [refused] = reached;
    const back = trace.after(refused).of("login", (entry) => entry.outcome === "accepted")[0];
    expect("login after a passing failure", back?.outcome ?? "none", back ?? refused).is("accepted");
    for (const failure of reached) {
      const next = trace.after(failure).of("connection", (entry) => entry.event === "opened")[0];
      if (next !== undefined)
        expect("pause before the next attempt in ms", next.at - failure.at, next).isAtLeast(shortestPauseMs);
    }
  },
  hint: "Come back after a passing failure (503) by yourself, after a pause that grows and varies.",
  mutants: {
    "gives-up-after-503": "login after a passing failure",
    "reconnects-without-backoff": "pause before the next attempt in ms",
  },
});

/** Half of the shortened reconnection time: jitter may shorten a pause, but not to nothing. */
const shortestPauseMs = 20;
