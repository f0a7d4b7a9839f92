import { serverAddress } from "../../protocol/ids/jid.js";
import { check } from "../kit/index.js";
import { isPing } from "../kit/pings.js";

export default check("m2-channel/ping-late", {
  requirement: "M2-73",
  needs: ["timing"],
  timeBound: "an answer to a ping counts when it comes within the reply time",
  async drive({ meta, provider, wait }) {
    const alice = await provider.connectedUser();
    meta.arm({ fault: "ping-unanswered" });
    const ping = await wait("stanza", isPing);
    if (ping === undefined) return;
    // Nothing is wanted to happen here: this is the delay.
    await wait("connection", ({ event }) => event === "closed", { after: ping, ms: delayMs });
    const { id = "" } = ping.node.attrs;
    meta.session(alice.login)?.send({ tag: "iq", attrs: { id, type: "result", from: serverAddress } });
    await wait("stanza", isPing, { after: ping });
  },
  // The answer was late, and not too late, which on a busy machine it may have been.
  reached(trace) {
    const ping = trace.stanzas.where(isPing).list[0];
    const answer = ping && trace.stanzas.toProvider.tag("iq").attr("id", ping.node.attrs["id"] ?? "").list[0];
    const closed = ping && trace.after(ping).of("connection", ({ event }) => event === "closed")[0];
    if (ping === undefined) return undefined;
    // Given up before the answer came, or answered.
    const end = answer?.connection === ping.connection ? answer : closed;
    return end !== undefined && end.at - ping.at <= latestMs ? ping : undefined;
  },
  judge({ expect, reached: [ping], trace }) {
    const { connection } = ping;
    const closed = trace
      .after(ping)
      .of("connection", (entry) => entry.event === "closed" && entry.connection === connection);
    const next = trace.after(ping).stanzas.where(isPing).list[0];
    const given = closed.find(({ seq }) => next === undefined || seq < next.seq);
    expect("connection given up by", given?.by ?? "nobody", given ?? ping).is("nobody");
  },
  hint: "Wait for the answer to a ping as long as you wait for any answer, ten seconds in ordinary clients.",
  mutants: { "impatient-with-pings": "connection given up by" },
});

/** Well within the shortened reply time of 350 ms. */
const delayMs = 120;
const latestMs = 250;
