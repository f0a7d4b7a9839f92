import type { FaultId } from "../../harness/ports/faults.js";
import type { Expect } from "../../harness/model/expect.js";
import type { DriveContext, EntryOf, Trace } from "./index.js";

/** The server stops answering pings as it should; the client has to notice and to log in again. */
export async function loseServer({ meta, provider, wait }: DriveContext, fault: FaultId): Promise<void> {
  await provider.connectedUser();
  meta.arm({ fault, times: "always" });
  const applied = await wait("fault", (entry) => entry.event === "applied");
  if (applied !== undefined) await wait("login", (entry) => entry.outcome === "accepted", { after: applied });
}

export function expectNewLogin(expect: Expect, trace: Trace, fault: EntryOf<"fault">): void {
  const later = trace.after(fault);
  const closed = later.of(
    "connection",
    (entry) => entry.event === "closed" && entry.connection === fault.connection,
  )[0];
  expect("side that closes a connection without answers to its pings", closed?.by ?? "nobody", closed ?? fault).is(
    "provider",
  );
  const again = later.of("login", (entry) => entry.outcome === "accepted")[0];
  expect("new login", again?.outcome ?? "none", again ?? fault).is("accepted");
}
