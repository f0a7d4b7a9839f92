import { check } from "../kit/index.js";
import { streamError, streamErrors } from "../kit/streams.js";
import { fromNow } from "../kit/waiting.js";

export default check("m2-channel/conflict", {
  requirement: "M2-29",
  needs: ["timing"],
  timeBound: "whatever leads to a connection has ended before the grace time begins",
  async drive(context) {
    const { meta, provider, wait } = context;
    const alice = await provider.connectedUser();
    const session = meta.session(alice.login);
    session?.send(streamError("401", { tag: "conflict", attrs: { type: "replaced" } }));
    const since = fromNow(context);
    session?.drop();
    await wait("connection", (entry) => entry.event === "opened", { ms: graceMs, ...since });
  },
  reached: streamErrors,
  judge({ expect, reached: [error], trace }) {
    const again = trace.after(error).of("connection", (entry) => entry.event === "opened");
    expect("connections after being replaced", again.length, again[0] ?? error).is(0);
  },
  hint: "When another connection of the same account replaced this one, stay away: two clients that both come back replace each other for ever.",
  mutants: { "reconnects-after-conflict": "connections after being replaced" },
});

/** Several times the shortened reconnection time. */
const graceMs = 300;
