import type { Expect } from "../../harness/model/expect.js";
import type { EntryOf, Trace } from "./index.js";
import { pingAnswer } from "./pings.js";
import { expectService, hostilePing } from "./service.js";

/** Pings as text that is no XML, or more than a stanza may be: none is understood, and the client goes on. */
export function expectNotUnderstood(expect: Expect, trace: Trace, reached: readonly EntryOf<"fault">[]): void {
  for (const [index, fault] of reached.entries()) {
    const answer = pingAnswer(trace, hostilePing(index));
    const form = String(fault.params["form"]);
    expect(`ping in the form ${form}`, answer === undefined ? "refused" : "understood", answer ?? fault).is("refused");
  }
  expectService(expect, trace, reached);
}
