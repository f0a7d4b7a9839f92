import type { EntryOf, Trace } from "./index.js";

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

/** Calls that send something, less those whose id the provider gave to another one as well. */
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

/** A string member of the call's parameters. */
export function parameter({ request }: Call, name: string): string | undefined {
  const value = isRecord(request.params) ? request.params[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

export function resultMember({ response }: Call, name: string): string | undefined {
  const value = isRecord(response?.result) ? response.result[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
