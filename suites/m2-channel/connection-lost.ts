import { check } from "../kit/index.js";
import { probeAnswer, probeOf } from "../kit/probes.js";
import { fromNow, untilLoggedIn } from "../kit/waiting.js";

export default check("m2-channel/connection-lost", {
  requirement: "M2-67",
  needs: ["timing"],
  timeBound: "the client logs in again after the reconnection time",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    await probeOf(context, alice, "before");
    meta.session(alice.login)?.drop();
    await untilLoggedIn(context, fromNow(context));
  },
  reached: (trace) =>
    probeAnswer(trace, "before") === undefined
      ? []
      : trace.of("connection", (entry) => entry.event === "closed" && entry.by === "harness"),
  judge({ expect, reached: [closed], trace }) {
    const back = trace.after(closed).of("login", (entry) => entry.outcome === "accepted")[0];
    expect("login after a broken connection", back?.outcome ?? "none", back ?? closed).is("accepted");
  },
  hint: "Most connections end without a close message: reconnect automatically after a short pause.",
  mutants: { "stays-away-after-loss": "login after a broken connection" },
  lawful: ["ignores-server-ping"],
});
