import { shortened } from "../../harness/runner/timing.js";
import type { Profile } from "../../profiles/profile.js";
import { type EntryOf, scenario, type Trace } from "../kit/index.js";
import { closingOf, openingOf } from "../kit/streams.js";

type Login = EntryOf<"login">;

/**
 * Several users lose their connections in the same moment. When they come back the server refuses them a few times, with
 * each of the reasons that say that it is in trouble; then it accepts them.
 */
export const backoff = scenario("scenarios/backoff", ["timing"], async ({ meta, provider, wait }) => {
  const users = await Promise.all(Array.from({ length: usersLost }, () => provider.connectedUser()));
  const { last } = meta.journal;
  const reasons = serverTrouble(meta.profile.channel);
  for (const [index, user] of users.entries()) {
    const reason = reasons[index % reasons.length] ?? reasons[0];
    meta.arm({ fault: "login-failure", account: user.login, times: timesRefused, params: { reason } });
  }
  for (const { login } of users) meta.session(login)?.drop();
  await Promise.all(
    users.map(({ login }) =>
      wait("login", (entry) => entry.seq > last && entry.account === login && entry.outcome === "accepted", {
        // Each refused login and the one after it may take as long as any other.
        times: timesRefused + 1,
      }),
    ),
  );
});

/** Enough for their pauses after the same refusal to differ visibly, where they are drawn at random. */
const usersLost = 8;
export const timesRefused = 3;

/** The reason of a refused login whose token has expired. That it is not valid is a value of the profile. */
const tokenExpired = "413";

type Channel = Profile["channel"];

/** Reasons after which a client comes back with another token. */
export function tokenFailures({ failures }: Channel): readonly string[] {
  return [tokenExpired, failures.badToken];
}

/** Reasons after which a client comes back with the same token. */
function serverTrouble(channel: Channel): readonly [string, ...string[]] {
  const { temporarilyUnavailable } = channel.failures;
  const known = [temporarilyUnavailable, ...tokenFailures(channel)];
  return [temporarilyUnavailable, ...channel.passingFailures.filter((reason) => !known.includes(reason))];
}

/** Logins that the server refused, account by account, oldest first. */
export function refusedLogins(trace: Trace): readonly (readonly Login[])[] {
  const refused = trace.of("login", (entry) => entry.outcome === "refused");
  const accounts = [...new Set(refused.map(({ account }) => account))];
  return accounts.map((account) => refused.filter((entry) => entry.account === account));
}

/** The pauses after the first, the second … refusal, each of all accounts. */
export function pausesByRefusal(trace: Trace): readonly (readonly number[])[] {
  return Array.from({ length: timesRefused }, (_, index) =>
    refusedLogins(trace).flatMap((logins) => {
      const refused = logins[index];
      return (refused && pauseAfter(trace, refused)) ?? [];
    }),
  );
}

/** From a refused login to the client's next connection, in ms; undefined when there was none. */
function pauseAfter(trace: Trace, refused: Login): number | undefined {
  const next = trace.after(refused).of("login", ({ account }) => account === refused.account)[0];
  const opened = next && openingOf(trace, next.connection);
  return opened && Math.round(opened.at - refused.at);
}

/** Milliseconds. A client may take a connection that lasts longer for a good one, after which its pauses begin small again. */
const longestShort = 1000;

/**
 * Account by account, for users whose connection the server has dropped so often, the pauses from the end of a connection to the opening of the next. Without accounts for which a busy
 * machine has spoilt the series: by a connection that lasted, or one that the client gave up.
 */
export function pausesAfterDrops(trace: Trace, drops: number): readonly (readonly number[])[] {
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
    .filter((ofUser) => ofUser.length === drops);
}

/** Pauses of all users in ms, between which others lie that are to grow. */
export interface Ends {
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/**
 * The median of the last pauses as a multiple of that of the first. A first one that is shorter than half of what the client
 * was told is no pause but the work of the machine, which tells nothing about growth.
 */
export function growth(trace: Trace, { first, last }: Ends): number {
  return Math.round((10 * median(last)) / Math.max(toldPause(trace) / 2, median(first))) / 10;
}

/**
 * Whether a busy machine may have decided. Growth drowns where a handshake, in which nobody waits, takes half as long as the
 * first pause or longer; but a machine only makes pauses longer, so last ones that are short for what the client was told
 * have not grown. And what grew to less than two handshakes may have grown only as the machine became busier.
 */
export function drowns(trace: Trace, { first, last }: Ends, smallestGrowth: number): boolean {
  const handshakes = trace.of("login").flatMap((login) => {
    const opened = openingOf(trace, login.connection);
    return opened === undefined ? [] : [login.at - opened.at];
  });
  if (growth(trace, { first, last }) >= smallestGrowth) return median(last) < 2 * median(handshakes);
  return median(handshakes) > median(first) / 2 && median(last) > 1.5 * toldPause(trace);
}

/** The first pause that the client was told, in ms. */
function toldPause(trace: Trace): number {
  const told = trace.of("scenario").find(({ event }) => event === "begin")?.timing;
  return (told ?? shortened).reconnectMs;
}

/** The value that as many are below as above. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** How far the middle of the values spreads; a busy machine may have caused the outermost on either side. */
export function middleSpread(values: readonly number[]): number {
  return quantile(values, 0.8) - quantile(values, 0.2);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}
