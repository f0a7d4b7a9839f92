import type { MessageReference } from "../../harness/ports/provider-side.js";
import type { EntryOf, Json, Trace, TraceEntry } from "./index.js";
import { memberOf, textIn } from "./json.js";

type DriverEntry = EntryOf<"driver">;

export interface Call {
  readonly request: DriverEntry;
  readonly response: DriverEntry | undefined;
}

/** The harness's calls of one driver method, with what the provider answered. */
export function calls(trace: Trace, method: string): readonly Call[] {
  const entries = trace.of("driver", (entry) => entry.method === method);
  return entries
    .filter((entry) => entry.part === "request")
    .map((request) => ({
      request,
      response: entries.find((entry) => entry.part === "response" && entry.call === request.call),
    }));
}

/** Calls that send something, without those whose id the provider gave to another one as well. */
export function identifiedCalls(trace: Trace, method: "message.send" | "message.react"): readonly Call[] {
  const ids = [...calls(trace, "message.send"), ...calls(trace, "message.react")].map((call) =>
    resultMember(call, "id"),
  );
  const isAlone = (id: string | undefined): boolean => ids.indexOf(id) === ids.lastIndexOf(id);
  return calls(trace, method).filter((call) => isAlone(resultMember(call, "id")));
}

export function lastCall(trace: Trace, method: string): Call | undefined {
  return calls(trace, method).at(-1);
}

/** How a call ended, in a word: "ok", the provider's error code, or "no answer". */
export function ending({ response }: Call): string {
  if (response === undefined) return "no answer";
  return response.error?.code ?? "ok";
}

/** The user learns that what this call asked for failed: by the answer to the call, or by an error event after `entry`. */
export function isReportedAsFailed(call: Call | undefined, trace: Trace, entry: TraceEntry): boolean {
  const errors = trace.after(entry).of("event", ({ event }) => event.kind === "error");
  return (call !== undefined && ending(call) !== "ok") || errors.length > 0;
}

/** A text among the call's parameters. */
export function parameter({ request }: Call, name: string): string | undefined {
  return textIn(request.params, name);
}

/** A text in the call's result. */
export function resultMember({ response }: Call, name: string): string | undefined {
  return textIn(response?.result, name);
}

/** The message that the call asks to send. */
export function contentIn({ request }: Call): Json | undefined {
  return memberOf(request.params, "content");
}

/** The message that a parameter of the call names; undefined without this parameter. */
export function referenceIn({ request }: Call, name: string): MessageReference | undefined {
  const value = memberOf(request.params, name);
  if (value === undefined) return undefined;
  return { id: String(memberOf(value, "id") ?? ""), from: String(memberOf(value, "from") ?? "") };
}
