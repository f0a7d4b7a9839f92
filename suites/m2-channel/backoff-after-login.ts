import { check, type StanzaEntry, type Trace } from "../kit/index.js";
import { probeOf } from "../kit/probes.js";
import { closingOf, openingOf } from "../kit/streams.js";
import { drowns, median } from "../scenarios/backoff.js";

const usersLost = 4;
const timesDropped = 4;
/** Milliseconds. What is shorter is no pause but the work of the machine, which tells nothing about growth. */
const shortestPause = 20;
/** Milliseconds. A client may take a connection that lasts longer for a good one, after which its pauses begin small again. */
const longestShort = 1000;
/** Users of whom all pauses must be known. */
const fewest = 2;
/** Doubling makes it eight, a sum that grows by the first pause each time four. */
const smallestGrowth = 1.7;

export default check("m2-channel/backoff-after-login", {
  requirement: "M2-95",
  needs: ["timing"],
  timeBound: "pauses grow by more than the machine adds to the first of them",
  async drive(context) {
    const { meta, patienceMs, provider, wait } = context;
    const users = await Promise.all(Array.from({ length: usersLost }, () => provider.connectedUser()));
    await Promise.all(
      users.map(async (user) => {
        const { login } = user;
        for (let times = 1; times <= timesDropped; times++) {
          const after = meta.journal.entries.at(-1);
          meta.session(login)?.drop();
          const isBack = ({ account, node }: StanzaEntry): boolean => account === login && node.tag === "success";
          const back = await wait("stanza", isBack, { ms: 2 * patienceMs, ...(after !== undefined && { after }) });
          if (back === undefined) return;
          // What it answers shows that it knows of its login.
          if (times < timesDropped) await probeOf(context, user, `back-${login}-${times}`);
        }
      }),
    );
  },
  // Whether clients come back at all is judged by m2-channel/connection-lost.
  reached(trace) {
    const firstPauses = pauses(trace).map(([pause = 0]) => pause);
    if (firstPauses.length < fewest) return [];
    return growth(trace) < smallestGrowth && drowns(trace, firstPauses) ? [] : trace.of("login");
  },
  judge({ expect, reached, trace }) {
    const what = `pause after ${timesDropped} short connections, as a multiple of the first`;
    expect(what, growth(trace), reached.at(-1)).isAtLeast(smallestGrowth);
  },
  hint: "Begin with the shortest pause again only after a connection that has lasted: a login alone does not show that the server is well.",
  mutants: {
    "resets-backoff-at-login": `pause after ${timesDropped} short connections, as a multiple of the first`,
    "reconnects-without-backoff": `pause after ${timesDropped} short connections, as a multiple of the first`,
  },
  lawful: ["full-jitter"],
});

function growth(trace: Trace): number {
  const first = median(pauses(trace).map(([pause = 0]) => pause));
  const last = median(pauses(trace).map((ofUser) => ofUser.at(-1) ?? 0));
  return Math.round((10 * last) / Math.max(shortestPause, first)) / 10;
}

/**
 * Account by account, the pauses from the end of a connection to the opening of the next. Without accounts for which a busy
 * machine has spoilt the series: by a connection that lasted, or one that the client gave up.
 */
function pauses(trace: Trace): readonly (readonly number[])[] {
  const logins = trace.of("login", ({ outcome }) => outcome === "accepted");
  const accounts = [...new Set(logins.map(({ account }) => account))];
  return accounts
    .map((account) => {
      const own = logins.filter((entry) => entry.account === account);
      return own.slice(1).flatMap((next, index) => {
        const before = own[index];
        const closed = closingOf(trace, before?.connection);
        const opened = openingOf(trace, next.connection);
        if (before === undefined || closed === undefined || opened === undefined) return [];
        // The first connection was a good one, however long it lasted.
        const isShort = index === 0 || closed.at - before.at <= longestShort;
        return isShort && closed.by === "harness" ? [opened.at - closed.at] : [];
      });
    })
    .filter((ofUser) => ofUser.length === timesDropped);
}
