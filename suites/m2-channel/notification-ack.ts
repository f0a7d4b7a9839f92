import { serverAddress } from "../../protocol/ids/jid.js";
import { check } from "../kit/index.js";
import { probeOf } from "../kit/probes.js";
import { isAnswerTo } from "../kit/waiting.js";

export default check("m2-channel/notification-ack", {
  requirement: "M2-32",
  version: 2,
  async drive(context) {
    const { meta, provider, wait } = context;
    const alice = await provider.connectedUser();
    const probe = await probeOf(context, alice, "before");
    meta.session(alice.login)?.send({
      tag: "notification",
      attrs: { id: "notice-1", type: "w:interop", from: serverAddress, t: "1767225600" },
    });
    const isAnswer = isAnswerTo("notice-1");
    await wait("stanza", (entry) => isAnswer(entry) && entry.node.tag === "ack");
    // A second ack has arrived by the time that this is answered.
    await probe.ask("after");
  },
  reached: (trace) => trace.stanzas.toProvider.tag("notification").attr("id", "notice-1").list,
  judge({ expect, reached: [sent], trace }) {
    const acks = trace.stanzas.fromProvider.tag("ack").attr("id", "notice-1").list;
    expect("acks of the notification", acks.length, acks[0] ?? sent).is(1);
    if (acks[0] !== undefined) expect("class of the ack", acks[0].node.attrs["class"], acks[0]).is("notification");
  },
  hint: "Acknowledge each notification once, with class notification and its id, also when its type is unknown to you.",
  mutants: { "no-notification-ack": "acks of the notification" },
});
