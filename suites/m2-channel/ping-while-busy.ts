import { check } from "../kit/index.js";
import { isPing } from "../kit/pings.js";
import { closingOf } from "../kit/streams.js";

export default check("m2-channel/ping-while-busy", {
  requirement: "M2-93",
  needs: ["timing", "typing"],
  timeBound: "a ping is sent whenever the keep-alive time is over",
  async drive({ meta, provider, wait }) {
    const alice = await provider.connectedUser();
    const bob = await meta.user();
    const connection = meta.session(alice.login)?.connection;
    meta.arm({ fault: "ping-unanswered", times: "always" });
    for (let sent = 0; sent < mostSent; sent++) {
      if (!(await alice.tryTyping(bob.jid, sent % 2 === 0 ? "composing" : "paused")).ok) return;
      // The pause between two stanzas of a user who is busy; nothing is wanted to happen in it but the end.
      const closed = await wait("connection", (entry) => entry.event === "closed" && entry.connection === connection, {
        ms: pauseMs,
      });
      if (closed !== undefined) return;
    }
  },
  // The user sent often enough for a line that is never idle.
  reached(trace) {
    const { list } = trace.stanzas.fromProvider.tag("chatstate");
    const [first, last] = [list[0], list.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const isLong = last.at - first.at >= longEnoughMs;
    return isLong || closingOf(trace, first.connection)?.by === "provider" ? first : undefined;
  },
  judge({ expect, reached: [first], trace }) {
    const pings = trace.stanzas.on(first.connection).where(isPing).list;
    expect("pings while the user is busy", pings.length, pings[0] ?? first).isAtLeast(1);
  },
  hint: "Send pings also while the user sends other things: only their answers show that the other side still listens.",
  mutants: { "pings-only-when-idle": "pings while the user is busy" },
});

/** Well below the shortened keep-alive time of 250 ms. */
const pauseMs = 60;
/** Three times the keep-alive time. */
const longEnoughMs = 750;
const mostSent = 20;
