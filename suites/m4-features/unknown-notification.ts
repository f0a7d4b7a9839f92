import { showText } from "../kit/conversation.js";
import { check, type StanzaEntry } from "../kit/index.js";
import { probeAnswer, probeOf } from "../kit/probes.js";

/** Types that do not exist, with content of a type that does. */
const kinds = ["pondered", "w:novelty"] as const;

export default check("m4-features/unknown-notification", {
  requirement: "M4-68",
  needs: ["text-receive"],
  async drive(context) {
    const { meta, provider } = context;
    const { alice, bob } = await showText(context);
    const probe = await probeOf(context, alice, "before");
    for (const type of kinds) {
      meta.session(alice.login)?.send({
        tag: "notification",
        attrs: { id: `notice-${type}`, type, from: bob.jid, t: "1767225600" },
        children: [{ tag: "identity", attrs: {} }],
      });
    }
    await probe.ask("after");
    await provider.drainEvents();
  },
  reached: (trace) =>
    probeAnswer(trace, "before") === undefined
      ? []
      : trace.stanzas.toProvider.tag("notification").where(isUnknown).list,
  judge({ expect, reached, trace }) {
    for (const notification of reached) {
      const acks = trace.stanzas.fromProvider.tag("ack").attr("id", notification.node.attrs["id"]).list;
      expect("acks of a notification of unknown type", acks.length, acks[0] ?? notification).is(1);
    }
    const [first] = reached;
    const notices = trace.after(first).of("event", ({ event }) => event.kind === "security-notice");
    expect("notices because of an unknown notification", notices.length, notices[0] ?? first).is(0);
    const answer = probeAnswer(trace, "after");
    expect("connection after unknown notifications", answer?.connection ?? "none", answer ?? first).is(
      first.connection,
    );
  },
  hint: "Acknowledge a notification whose type you do not know, and conclude nothing from what it holds.",
  mutants: {
    "no-notification-ack": "acks of a notification of unknown type",
    "notices-by-content": "notices because of an unknown notification",
  },
  lawful: ["ignores-server-ping"],
});

function isUnknown({ node }: StanzaEntry): boolean {
  return (kinds as readonly string[]).includes(node.attrs["type"] ?? "");
}
