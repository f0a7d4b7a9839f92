import type { Expect } from "../../harness/model/expect.js";
import type { FaultId, FaultRequest } from "../../harness/ports/faults.js";
import type { ProviderUser } from "../../harness/ports/provider-side.js";
import { appliedFaults } from "./faults.js";
import {
  check,
  type Check,
  type CheckRow,
  type DriveContext,
  type EntryOf,
  type StanzaEntry,
  type Trace,
  type TraceEntry,
} from "./index.js";
import { type Probe, probeAnswer, probeOf } from "./probes.js";

type Fault = EntryOf<"fault">;

/** What the server sends under a fault, in each of the forms that the fault has, or as the fault has it. */
interface Hostile {
  readonly fault: FaultId;
  readonly forms?: readonly string[];
}

/** Bytes or stanzas that no client can use: it may drop them, or close and log in again, but it goes on. */
export function survives(id: string, row: CheckRow & Hostile): Check {
  return check(id, {
    ...row,
    drive: (context) => sendHostile(context, faultsOf(row)),
    reached: reachedHostile,
    judge: ({ expect, reached, trace }) => expectService(expect, trace, reached),
  });
}

/** The same with text that is no XML, or more than a stanza may be: the client understands none of it. */
export function refusesText(id: string, row: CheckRow & Hostile): Check {
  return check(id, {
    ...row,
    wire: "xml",
    drive: (context) => sendHostile(context, faultsOf(row)),
    reached: reachedHostile,
    judge({ expect, reached, trace }) {
      for (const [index, fault] of reached.entries()) {
        const answer = probeAnswer(trace, hostile(index));
        const what = `probe in the form ${String(fault.params["form"])}`;
        expect(what, answer === undefined ? "refused" : "understood", answer ?? fault).is("refused");
      }
      expectService(expect, trace, reached);
    },
    lawful: ["drops-broken-text"],
  });
}

function faultsOf({ fault, forms }: Hostile): readonly FaultRequest[] {
  return forms === undefined ? [{ fault }] : forms.map((form) => ({ fault, params: { form } }));
}

/**
 * For each fault a new user, one after the other, so that none disturbs the next: a probe under its fault with an ordinary
 * one right behind. A client that closes and comes back is asked on its new connection. Ends with the first fault after
 * which no probe is answered.
 */
async function sendHostile(context: DriveContext, faults: readonly FaultRequest[]): Promise<void> {
  const { meta, provider } = context;
  for (const [index, fault] of faults.entries()) {
    const user = await provider.connectedUser();
    const probe = await probeOf(context, user, before(index));
    const last = meta.journal.entries.at(-1);
    const connection = meta.session(user.login)?.connection;
    meta.arm({ ...fault, account: user.login });
    probe.send(hostile(index), behind(index));
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
  }: { readonly index: number; readonly connection: string | undefined; readonly last: TraceEntry | undefined },
): Promise<boolean> {
  const { wait } = context;
  const reaction = await context.waitForAny(
    (entry) =>
      (entry.kind === "stanza" && entry.direction === "in" && entry.node.attrs["id"] === behind(index)) ||
      (entry.kind === "connection" && entry.event === "closed" && entry.connection === connection),
    last === undefined ? {} : { after: last },
  );
  if (reaction?.kind !== "connection") return reaction !== undefined;
  const isWelcome = ({ account, direction, node }: StanzaEntry): boolean =>
    account === user.login && direction === "out" && node.tag === "success";
  await wait("stanza", isWelcome, { after: reaction });
  return probe.ask(afterReturn(index));
}

/** The faults acted on a connection on which probes are answered. */
function reachedHostile(trace: Trace): readonly Fault[] {
  return probeAnswer(trace, before(0)) === undefined ? [] : appliedFaults(trace);
}

function expectService(expect: Expect, trace: Trace, reached: readonly Fault[]): void {
  for (const [index, fault] of reached.entries()) {
    const answer = probeAnswer(trace, behind(index)) ?? probeAnswer(trace, afterReturn(index));
    expect("probe after it", answer === undefined ? "unanswered" : "answered", answer ?? fault).is("answered");
  }
}

/** Ids of the probes around the fault with this place in the list. */
const before = (index: number): string => `before-${index}`;
const hostile = (index: number): string => `hostile-${index}`;
const behind = (index: number): string => `behind-${index}`;
const afterReturn = (index: number): string => `anew-${index}`;
