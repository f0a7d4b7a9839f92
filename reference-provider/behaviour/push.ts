import { TokenError } from "../../protocol/token/errors.js";

/** How the push receiver treats a call. */
export interface PushBehaviour {
  /** Rejects with TokenError when the call does not come from Meta. */
  verify(token: string | undefined, verifyToken: (token: string) => Promise<unknown>): Promise<void>;
  /** The answer to a call that does not come from Meta. */
  readonly refusalStatus: 401 | 403;
  /** Whether Meta's keys are fetched again when a token names one that is not among those at hand. */
  readonly fetchesNewKeys: boolean;
  /** Whether a push for a user who is away makes that user connect. */
  readonly reconnects: boolean;
  /** Whether that client is a new one, whatever another one of the user is doing. */
  readonly startsAnew: boolean;
  /** The answer to a push that was accepted. */
  readonly answer: { readonly status: number; readonly body: string };
}

export const lawfulPush: PushBehaviour = {
  async verify(token, verifyToken) {
    if (token === undefined) throw new TokenError("token-malformed", "Verify push: found no bearer token, wanted one");
    await verifyToken(token);
  },
  refusalStatus: 401,
  fetchesNewKeys: true,
  reconnects: true,
  startsAnew: false,
  answer: { status: 200, body: "" },
};
