import { check } from "../kit/index.js";

export default check("m2-channel/conflict", {
  requirement: "M2-29",
  needs: ["timing"],
  async drive({ meta, provider, wait }) {
    const alice = await provider.connectedUser();
    const session = meta.session(alice.login);
    session?.send({
      tag: "stream:error",
      attrs: { code: "401" },
      children: [{ tag: "conflict", attrs: { type: "replaced" } }],
    });
    const sent = meta.journal.entries.at(-1);
    session?.drop();
    await wait("connection", (entry) => entry.event === "opened", {
      ms: graceMs,
      ...(sent !== undefined && { after: sent }),
    });
  },
  reached: (trace) => trace.stanzas.toProvider.tag("stream:error").list,
  judge({ expect, reached: [error], trace }) {
    const again = trace.after(error).of("connection", (entry) => entry.event === "opened");
    expect("connections after being replaced", again.length, again[0] ?? error).is(0);
  },
  hint: "When another connection of the same account replaced this one, stay away: two clients that both come back replace each other for ever.",
  mutants: { "reconnects-after-conflict": "connections after being replaced" },
});

/** Several times the shortened reconnection time. */
const graceMs = 300;
