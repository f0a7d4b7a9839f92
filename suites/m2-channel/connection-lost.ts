import { check } from "../kit/index.js";
import { probeAnswer, probeOf } from "../kit/probes.js";

export default check("m2-channel/connection-lost", {
  requirement: "M2-67",
  needs: ["timing"],
  async drive(context) {
    const { meta, provider, wait } = context;
    const alice = await provider.connectedUser();
    await probeOf(context, alice, "before");
    meta.session(alice.login)?.drop();
    const dropped = meta.journal.entries.at(-1);
    await wait("login", (entry) => entry.outcome === "accepted", dropped === undefined ? {} : { after: dropped });
  },
  reached: (trace) =>
    probeAnswer(trace, "before") === undefined
      ? []
      : trace.of("connection", (entry) => entry.event === "closed" && entry.by === "harness"),
  judge({ expect, reached: [closed], trace }) {
    const back = trace.after(closed).of("login", (entry) => entry.outcome === "accepted")[0];
    expect("login after a broken connection", back?.outcome ?? "none", back ?? closed).is("accepted");
  },
  hint: "A connection that breaks without a word is the commonest end of all: come back by yourself, after a short pause.",
  mutants: { "stays-away-after-loss": "login after a broken connection" },
  lawful: ["ignores-server-ping"],
});
