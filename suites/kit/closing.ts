import type { Expect } from "../../harness/model/expect.js";
import type { FaultId } from "../../harness/ports/faults.js";
import type { DriveContext, EntryOf, Trace } from "./index.js";
import { probeOf } from "./probes.js";

/** A probe that works, then two in one turn under a fault of the transport, at which the client has to close. */
export async function closeUnder(context: DriveContext, fault: FaultId): Promise<void> {
  const { meta, provider, wait } = context;
  const probe = await probeOf(context, await provider.connectedUser(), "plain-probe");
  meta.arm({ fault });
  probe.send("first-probe", "second-probe");
  const applied = await wait("fault", (entry) => entry.event === "applied");
  await wait("connection", (entry) => entry.event === "closed" && entry.connection === applied?.connection);
}

export function expectClosedByProvider(expect: Expect, trace: Trace, fault: EntryOf<"fault">): void {
  const closed = trace.of(
    "connection",
    (entry) => entry.event === "closed" && entry.connection === fault.connection,
  )[0];
  expect("connection closed by", closed?.by ?? "nobody", closed ?? fault).is("provider");
}
