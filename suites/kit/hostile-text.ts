import type { Expect } from "../../harness/model/expect.js";
import type { EntryOf, Trace } from "./index.js";
import { probeAnswer } from "./probes.js";
import { expectService, hostileProbe } from "./service.js";

/** Probes as text that is no XML, or more than a stanza may be: none is understood, and the client goes on. */
export function expectNotUnderstood(expect: Expect, trace: Trace, reached: readonly EntryOf<"fault">[]): void {
  for (const [index, fault] of reached.entries()) {
    const answer = probeAnswer(trace, hostileProbe(index));
    const form = String(fault.params["form"]);
    expect(`probe in the form ${form}`, answer === undefined ? "refused" : "understood", answer ?? fault).is("refused");
  }
  expectService(expect, trace, reached);
}
