import type { EntryOf, Trace } from "./index.js";

type Enlistment = EntryOf<"enlistment">;

/** Enlistments whose body was a form; other bodies are the business of m1-identity/enlistment-form. */
export function enlistmentForms(trace: Trace): readonly Enlistment[] {
  const forms = new Set(
    trace.http
      .server("enlistment")
      .requests.where((request) => /^application\/x-www-form-urlencoded\b/i.test(request.headers["content-type"] ?? ""))
      .list.map((request) => request.exchange),
  );
  return trace.of("enlistment", (entry) => forms.has(entry.exchange));
}

/** Names of the arguments with this problem (a code of protocol/enlistment). */
export function problemArguments(entry: Enlistment, code: string): readonly string[] {
  return entry.problems.filter((problem) => problem.code === code).map((problem) => problem.argument);
}
