import type { FaultRequest } from "../../harness/ports/faults.js";
import type { Expect } from "../../harness/model/expect.js";
import { ending, lastCall } from "./calls.js";
import { handshakes } from "./handshakes.js";
import type { DriveContext, EntryOf, Trace } from "./index.js";

/**
 * A login that works, and then one under a fault of the handshake, which the client has to notice. The working login
 * before it shows that what is refused is refused because of the fault.
 */
export async function connectUnder({ meta, provider, wait }: DriveContext, fault: FaultRequest): Promise<void> {
  const alice = await provider.connectedUser();
  await alice.disconnect();
  const working = meta.journal.entries.at(-1);
  meta.arm({ ...fault, times: "always" });
  await alice.tryConnect();
  await wait("connection", (entry) => entry.event === "closed", working === undefined ? {} : { after: working });
}

export function appliedFaults(trace: Trace): readonly EntryOf<"fault">[] {
  return trace.of("fault", (entry) => entry.event === "applied");
}

/** Nothing that only the true server may see went out after the fault, and the user was not told "connected". */
export function expectNoCredentials(expect: Expect, trace: Trace, fault: EntryOf<"fault">): void {
  const later = trace.after(fault);
  // An answer that the server cannot open, because the two disagree about the handshake, was sent all the same.
  const answers = [
    ...handshakes(later, "client-finish"),
    ...handshakes(later, "failed").filter(
      (entry) => entry.by === "provider" && entry.fields["code"] === "decrypt-failed",
    ),
  ];
  expect("credentials sent to a server that did not prove itself", answers.length, answers[0] ?? fault).is(0);
  const call = lastCall(trace, "user.connect");
  if (call !== undefined) expect("answer to user.connect", ending(call), call.response).isNot("ok");
}
