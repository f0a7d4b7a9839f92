import { check, type StanzaEntry, type Trace } from "../kit/index.js";
import { probeOf } from "../kit/probes.js";
import { drowns, growth, pausesAfterDrops, type Ends } from "../scenarios/backoff.js";

const usersLost = 4;
const timesDropped = 4;
/** Users of whom all pauses must be known. */
const fewest = 2;
/** Doubling makes it eight, a sum that grows by the first pause each time four. */
const smallestGrowth = 1.7;

export default check("m2-channel/backoff-after-login", {
  requirement: "M2-95",
  version: 3,
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
    const pauses = ends(trace);
    if (pauses.first.length < fewest) return [];
    return drowns(trace, pauses, smallestGrowth) ? [] : trace.of("login");
  },
  judge({ expect, reached, trace }) {
    const what = `pause after ${timesDropped} short connections, as a multiple of the first`;
    expect(what, growth(trace, ends(trace)), reached.at(-1)).isAtLeast(smallestGrowth);
  },
  hint: "Begin with the shortest pause again only after a connection that has lasted: a login alone does not show that the server is well.",
  mutants: {
    "resets-backoff-at-login": `pause after ${timesDropped} short connections, as a multiple of the first`,
    "reconnects-without-backoff": `pause after ${timesDropped} short connections, as a multiple of the first`,
  },
  lawful: ["full-jitter"],
});

/** The first pause of each user, and the last. */
function ends(trace: Trace): Ends {
  const pauses = pausesAfterDrops(trace, timesDropped);
  return { first: pauses.map(([pause = 0]) => pause), last: pauses.map((ofUser) => ofUser.at(-1) ?? 0) };
}
