import { CodedError } from "../../../../core/coded-error.js";
import type { SchemaProblem } from "../../../schema/problems.js";

/** Refusals of the admin API itself; refusals of other areas have the codes of those areas. */
export const adminErrorCodes = [
  "unauthorised",
  "unknown-path",
  "wrong-method",
  "body-too-large",
  "body-not-json",
  "bad-request",
  "not-found",
  "not-connected",
  "wait-timed-out",
  "wait-reset",
  "too-many",
  "closing",
  "defect",
] as const;

export type AdminErrorCode = (typeof adminErrorCodes)[number];

/** HTTP status and title (RFC 9457 section 3.1) of each. */
export const problemKinds: Readonly<Record<AdminErrorCode, { readonly status: number; readonly title: string }>> = {
  unauthorised: { status: 401, title: "The bearer token is missing or wrong" },
  "unknown-path": { status: 404, title: "There is nothing at this path" },
  "wrong-method": { status: 405, title: "The path does not support this method" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "body-not-json": { status: 400, title: "The body is not JSON" },
  "bad-request": { status: 400, title: "The request does not fit its schema" },
  "not-found": { status: 404, title: "What the request names does not exist" },
  "not-connected": { status: 409, title: "The account has no live connection" },
  "wait-timed-out": { status: 408, title: "No entry fitted the predicate in time" },
  "wait-reset": { status: 409, title: "The tenant was reset during a wait" },
  "too-many": { status: 429, title: "A limit is reached" },
  closing: { status: 503, title: "The endpoint is closing" },
  defect: { status: 500, title: "A defect of the simulated endpoint" },
};

/** For refusals of other areas: the endpoint understood the request and cannot do it. */
export const refusedStatus = 422;
const refusedTitle = "The simulated endpoint refuses this";

/** A problem with further details. */
export class AdminError extends CodedError<AdminErrorCode> {
  readonly details: ProblemDetails;

  constructor(code: AdminErrorCode, message: string, details: ProblemDetails = {}) {
    super(code, message);
    this.details = details;
  }
}

export interface ProblemDetails {
  /** The members of the request that do not fit. */
  readonly errors?: readonly (SchemaProblem & { readonly in: "path" | "query" | "body" })[];
  readonly [extension: string]: unknown;
}

/** The body of an answer of type `application/problem+json` (RFC 9457). */
export interface Problem extends ProblemDetails {
  /** Its paragraph in `/docs`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** For programs. */
  readonly code: string;
}

export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof AdminError) return problem(thrown.code, thrown.message, thrown.details);
  if (thrown instanceof CodedError) {
    const { message: detail } = thrown;
    // The codes of all areas are texts.
    const code = String(thrown.code);
    return { type: `/docs#problems`, title: refusedTitle, status: refusedStatus, detail, code };
  }
  return problem("defect", thrown instanceof Error ? thrown.message : String(thrown));
}

function problem(code: AdminErrorCode, detail: string, details: ProblemDetails = {}): Problem {
  return { type: `/docs#${code}`, ...problemKinds[code], detail, code, ...details };
}
