import type { Expect } from "../../harness/model/expect.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import type { ProviderUser } from "../../harness/ports/provider-side.js";
import type { DriveContext, EntryOf, StanzaEntry, Trace } from "./index.js";
import { type Probe, probeAnswer, probeOf } from "./probes.js";
import { appliedFaults } from "./refusals.js";

/**
 * For each fault a new user, one after the other, so that none disturbs the next: a probe under its fault with an ordinary
 * one right behind. A client may drop what it cannot read and go on, or close and come back; then it is asked on its new
 * connection. Ends with the first fault after which no probe is answered.
 */
export async function sendHostile(context: DriveContext, ...faults: readonly FaultRequest[]): Promise<void> {
  const { meta, provider } = context;
  for (const [index, fault] of faults.entries()) {
    const user = await provider.connectedUser();
    const probe = await probeOf(context, user, before(index));
    const { last } = meta.journal;
    const connection = meta.session(user.login)?.connection;
    meta.arm({ ...fault, account: user.login });
    probe.send(hostileProbe(index), behind(index));
    if (!(await isServed(context, user, probe, { index, connection, last }))) return;
    await user.disconnect();
  }
}

async function isServed(
  context: DriveContext,
  user: ProviderUser,
  probe: Probe,
  {
    index,
    connection,
    last,
  }: { readonly index: number; readonly connection: string | undefined; readonly last: number },
): Promise<boolean> {
  const { meta, patienceMs, wait } = context;
  const reaction = await meta.journal.wait(
    (entry) =>
      (entry.kind === "stanza" && entry.direction === "in" && entry.node.attrs["id"] === behind(index)) ||
      (entry.kind === "connection" && entry.event === "closed" && entry.connection === connection),
    { ms: patienceMs, after: last },
  );
  if (reaction?.kind !== "connection") return reaction !== undefined;
  const isWelcome = ({ account, direction, node }: StanzaEntry): boolean =>
    account === user.login && direction === "out" && node.tag === "success";
  await wait("stanza", isWelcome, { after: reaction });
  return probe.ask(anew(index));
}

/** The faults acted on a connection on which probes are answered. */
export function reachedHostile(trace: Trace): readonly EntryOf<"fault">[] {
  return probeAnswer(trace, before(0)) === undefined ? [] : appliedFaults(trace);
}

export function expectService(expect: Expect, trace: Trace, reached: readonly EntryOf<"fault">[]): void {
  for (const [index, fault] of reached.entries()) {
    const answer = probeAnswer(trace, behind(index)) ?? probeAnswer(trace, anew(index));
    expect("probe after it", answer === undefined ? "unanswered" : "answered", answer ?? fault).is("answered");
  }
}

/** Id of the probe under the fault with this place in the list. */
export function hostileProbe(index: number): string {
  return `hostile-${index}`;
}

function before(index: number): string {
  return `before-${index}`;
}

function behind(index: number): string {
  return `behind-${index}`;
}

function anew(index: number): string {
  return `anew-${index}`;
}
