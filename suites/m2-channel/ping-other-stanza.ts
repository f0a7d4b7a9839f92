import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { isPing } from "../kit/pings.js";
import { closingOf } from "../kit/streams.js";
import { untilClosed } from "../kit/waiting.js";

export default check("m2-channel/ping-other-stanza", {
  requirement: "M2-92",
  version: 2,
  needs: ["timing"],
  timeBound: "the client gives up the connection when the reply time is over",
  async drive(context) {
    const { meta, provider, wait } = context;
    const alice = await provider.connectedUser();
    const bob = await meta.user();
    meta.arm({ fault: "ping-unanswered", times: "always" });
    const ping = await wait("stanza", isPing);
    if (ping === undefined) return;
    const { id = "" } = ping.node.attrs;
    meta.session(alice.login)?.send({ tag: "receipt", attrs: { id, from: bob.jid, t: "1767225600" } });
    await untilClosed(context, ping.connection);
  },
  // The receipt came on the connection on which the ping waited.
  reached: (trace) =>
    appliedFaults(trace)
      .slice(0, 1)
      .filter(({ connection = "" }) => trace.stanzas.toProvider.on(connection).tag("receipt").list.length > 0),
  judge({ expect, reached: [fault], trace }) {
    const all = trace.stanzas.where(isPing).on(fault.connection ?? "").list;
    // Without those that the server still answered.
    const pings = all.slice(all.findLastIndex(({ seq }) => seq < fault.seq));
    expect("pings before the connection is given up", pings.length, pings.at(-1) ?? fault).is(1);
    const closed = closingOf(trace, fault.connection);
    expect("side that closes a connection without answers to its pings", closed?.by ?? "nobody", closed ?? fault).is(
      "provider",
    );
  },
  hint: "A request is answered by an iq of type result or error. Receipts, messages and acks have ids of their own kind, which may be the same.",
  mutants: { "takes-any-stanza-as-ping-answer": "pings before the connection is given up" },
});
