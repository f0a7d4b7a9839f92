import { encodeEnlistment, type EnlistmentFields } from "../../protocol/enlistment/request.js";
import { type EnlistmentReply, parseReply } from "../../protocol/enlistment/reply.js";

export interface EnlistmentRequest {
  readonly contentType: string;
  readonly body: string;
}

/** How a user is enlisted at Meta. */
export interface EnlistmentBehaviour {
  request(fields: EnlistmentFields): EnlistmentRequest;
  /** @throws EnlistmentError when the answer is none. */
  readReply(status: number, body: string): EnlistmentReply;
  /** A login to use without asking Meta; undefined asks. */
  readonly loginWithoutAsking: string | undefined;
  /** Whether an enlisted user is enlisted again on demand. */
  readonly repeats: boolean;
}

const contentType = "application/x-www-form-urlencoded";

export const lawfulEnlistment: EnlistmentBehaviour = {
  request: (fields) => formRequest(encodeEnlistment(fields)),
  readReply: (_status, body) => parseReply(body),
  loginWithoutAsking: undefined,
  repeats: true,
};

export function formRequest(body: string): EnlistmentRequest {
  return { contentType, body };
}
