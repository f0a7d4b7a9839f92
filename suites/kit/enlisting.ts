import type { Expect } from "../../harness/model/expect.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import { calls, ending } from "./calls.js";
import type { DriveContext, EntryOf, Trace } from "./index.js";

/** One new user enlists under each fault; then one enlists well, so that what failed before failed because of it. */
export async function enlistUnder({ meta, provider }: DriveContext, ...faults: readonly FaultRequest[]): Promise<void> {
  for (const fault of faults) {
    const user = await provider.newUser();
    meta.arm({ ...fault, account: user.id });
    await user.tryEnlist();
  }
  await provider.enlistedUser();
}

/** The call during which each fault acted was not answered with a login. */
export function expectNotEnlisted(expect: Expect, trace: Trace, faults: readonly EntryOf<"fault">[]): void {
  for (const fault of faults) {
    const call = calls(trace, "user.enlist").findLast(({ request }) => request.seq < fault.seq);
    if (call !== undefined) expect("answer to user.enlist", ending(call), call.response).isNot("ok");
  }
}
