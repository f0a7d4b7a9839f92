import type { FaultRequest } from "../../harness/ports/faults.js";
import type { Expect } from "../../harness/model/expect.js";
import type { DriveContext, EntryOf, Trace } from "./index.js";
import { expectAnswered, probeAnswer, probeOf } from "./probes.js";
import { appliedFaults } from "./refusals.js";

/** A probe in ordinary frames, then two in one turn under a fault of the transport. */
export async function probeUnder(context: DriveContext, fault: FaultRequest["fault"], params = {}): Promise<void> {
  const { meta, provider, wait } = context;
  const probe = await probeOf(context, await provider.connectedUser(), "plain-probe");
  meta.arm({ fault, times: "always", params });
  probe.send("first-probe", "second-probe");
  await wait("stanza", (entry) => entry.direction === "in" && entry.node.attrs["id"] === "second-probe");
}

/** The fault acted, on a connection on which probes are answered. */
export function reachedUnder(trace: Trace): readonly EntryOf<"fault">[] {
  return probeAnswer(trace, "plain-probe") === undefined ? [] : appliedFaults(trace);
}

export function expectBothAnswered(expect: Expect, trace: Trace, at: EntryOf<"fault">): void {
  for (const id of ["first-probe", "second-probe"]) expectAnswered(expect, `answer to ${id}`, trace, id, at);
}
