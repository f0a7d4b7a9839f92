import type { Random } from "../../core/random.js";

/** Why a connection, or the attempt at one, is over. */
export type ConnectionEnd =
  /** The server refused the login. */
  | { readonly cause: "failure"; readonly reason: string }
  /** `code` is empty when the server gave none. */
  | { readonly cause: "stream-error"; readonly code: string; readonly conflict: boolean }
  /** The server's orderly end. */
  | { readonly cause: "stream-end" }
  /** The server could not prove who it is, or did not use Noise; `code` is that of the error. */
  | { readonly cause: "handshake-refused"; readonly code: string }
  | { readonly cause: "unreachable" | "lost" | "silent" | "bad-frame" | "unknown-stanza" | "crashed" }
  /** The user left. */
  | { readonly cause: "left" };

export interface History {
  /** Whether the user has been logged in since asking to be connected. */
  readonly everOnline: boolean;
}

export type Plan = "stop" | "reconnect-at-once" | "reconnect-later" | "reconnect-much-later";

/** Temporary `failure` reasons: expired or invalid token (the next connection has a fresh one), server trouble. */
const passingFailures: ReadonlySet<string> = new Set(["413", "414", "500", "503"]);

/** After these stream errors, the server would refuse a reconnection, or it would end a login elsewhere. */
const finalStreamErrors: ReadonlySet<string> = new Set(["401", "403", "409", "516"]);

/**
 * What to do after an end (wire 3.2 and 3.3). A first attempt that fails by itself is reported to the user rather than
 * repeated; once online, everything but a refusal is worth another attempt.
 */
export function planAfter(end: ConnectionEnd, { everOnline }: History): Plan {
  switch (end.cause) {
    case "left":
    case "crashed":
      return "stop";
    case "failure":
      return passingFailures.has(end.reason) ? "reconnect-later" : "stop";
    case "stream-error":
      if (end.conflict || finalStreamErrors.has(end.code)) return "stop";
      if (end.code === "429") return "reconnect-much-later";
      return end.code === "515" ? "reconnect-at-once" : "reconnect-later";
    default:
      return everOnline ? "reconnect-later" : "stop";
  }
}

const maximumDoublings = 6;

/** Doubles with every attempt (from 0) and adds up to half again, so that clients do not come back in step. */
export function backoffMs(attempt: number, base: number, random: Random): number {
  const full = base * 2 ** Math.min(attempt, maximumDoublings);
  return full + random.int(Math.ceil(full / 2) + 1);
}

/** For the user: `failure 401`, `stream error 515`, `conflict`, or the cause itself. */
export function describeEnd(end: ConnectionEnd): string {
  switch (end.cause) {
    case "failure":
      return `failure ${end.reason}`;
    case "stream-error":
      return end.conflict ? "conflict" : `stream error ${end.code}`;
    case "handshake-refused":
      return `handshake refused: ${end.code}`;
    default:
      return end.cause;
  }
}
