import type { FaultRequest } from "../../harness/ports/faults.js";
import type { Expect } from "../../harness/model/expect.js";
import type { DriveContext, EntryOf, Trace } from "./index.js";
import { pingAnswer, pingProvider, sendPings } from "./pings.js";

/** One ping in ordinary frames, then two in one turn under a fault of the transport. */
export async function pingUnder(context: DriveContext, fault: FaultRequest["fault"], params = {}): Promise<void> {
  const { meta, provider, wait } = context;
  const alice = await provider.connectedUser();
  await pingProvider(context, alice, "plain-ping");
  meta.arm({ fault, times: "always", params });
  sendPings(meta, alice, "first-ping", "second-ping");
  await wait("stanza", (entry) => entry.direction === "in" && entry.node.attrs["id"] === "second-ping");
}

/** The fault acted, on a connection on which pings are answered. */
export function reachedUnder(trace: Trace): readonly EntryOf<"fault">[] {
  return pingAnswer(trace, "plain-ping") === undefined ? [] : trace.of("fault", (entry) => entry.event === "applied");
}

export function expectBothAnswered(expect: Expect, trace: Trace, at: EntryOf<"fault">): void {
  for (const id of ["first-ping", "second-ping"]) {
    expect(`answer to ${id}`, pingAnswer(trace, id)?.node.attrs["type"] ?? "none", at).is("result");
  }
}
