import type { TraceToken } from "../../../harness/model/trace.js";
import type { ClientPayload } from "../../../protocol/noise/client-payload.js";
import type { Companion } from "../../engine/types.js";

export interface LoginAttempt {
  readonly clientStatic: Uint8Array;
  readonly payload: ClientPayload;
}

export interface LoginOutcome {
  /** As far as the payload names an account; empty otherwise. */
  readonly login: string;
  /** `failure` reason; undefined when the login is good. */
  readonly refusal: string | undefined;
  readonly token: TraceToken | undefined;
  /** A client that has no account and comes to be paired with one. */
  readonly companion?: Companion | undefined;
}
