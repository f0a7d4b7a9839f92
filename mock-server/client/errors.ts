import { CodedError } from "../../core/coded-error.js";

/** Errors of the client itself. */
export const clientErrorCodes = [
  "mock-unreachable",
  "mock-bad-manifest",
  "mock-bad-answer",
  "mock-entries-missed",
  "mock-not-started",
  "no-test-hooks",
] as const;

export type ClientErrorCode = (typeof clientErrorCodes)[number];

export class MockClientError extends CodedError<ClientErrorCode> {}

/** The endpoint refused a request. The code is that of the problem. */
export class MockRefusal extends CodedError {
  /** HTTP status. */
  readonly status: number;
  /** The whole answer, RFC 9457. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: Readonly<Record<string, unknown>>) {
    const { code, detail } = problem as { readonly code?: unknown; readonly detail?: unknown };
    super(String(code), `${String(detail)}${nearest(problem)}`);
    this.status = status;
    this.problem = problem;
  }
}

interface Miss {
  readonly seq: number;
  readonly kind: string;
  readonly mismatches: readonly { readonly field: string; readonly wanted: unknown; readonly found?: unknown }[];
}

/** The nearest entries of a wait that timed out, for the message of a failed test. */
function nearest({ nearMisses }: { readonly nearMisses?: unknown }): string {
  if (!Array.isArray(nearMisses) || nearMisses.length === 0) return "";
  const lines = (nearMisses as readonly Miss[]).map(({ seq, kind, mismatches }) => {
    const reasons = mismatches.map(
      ({ field, wanted, found }) =>
        `${field} wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found) ?? "nothing"}`,
    );
    return `\n  entry ${seq} (${kind}): ${reasons.join("; ")}`;
  });
  return `; nearest:${lines.join("")}`;
}
