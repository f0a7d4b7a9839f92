import { isRecord } from "../../core/is-record.js";
import { excerpt } from "../../core/json.js";
import { EnlistmentError } from "./errors.js";

/**
 * The answer to an enlistment: always HTTP 200, so the status is in the body (interop fact 9). `bad_integrator` is the
 * only reason that is published.
 */
export type EnlistmentReply =
  | { readonly status: "ok"; readonly login: string }
  | { readonly status: "fail"; readonly reason: string };

const maxReplyBytes = 16 * 1024;

export function encodeReply(reply: EnlistmentReply): string {
  return JSON.stringify(
    reply.status === "ok" ? { login: reply.login, status: "ok" } : { reason: reply.reason, status: "fail" },
  );
}

/**
 * Reads an answer. Further members are ignored, since more may be added.
 *
 * @throws EnlistmentError `enlistment-reply-malformed` for anything that is neither a success with a login nor a failure
 * with a reason. An HTTP 200 alone is no success.
 */
export function parseReply(json: string): EnlistmentReply {
  if (json.length > maxReplyBytes) throw malformed(`${json.length} characters`);
  const value = parse(json);
  if (!isRecord(value)) throw malformed("no JSON object");
  const { status, login, reason } = value;
  if (status === "ok" && typeof login === "string" && login !== "") return { status, login };
  if (status === "fail" && typeof reason === "string" && reason !== "") return { status, reason };
  throw malformed(`status ${excerpt(status) ?? "missing"} without its member`);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (thrown) {
    throw new EnlistmentError("enlistment-reply-malformed", "Read enlistment reply: found no JSON, wanted an object", {
      cause: thrown,
    });
  }
}

function malformed(found: string): EnlistmentError {
  const wanted = "status ok with login, or status fail with reason";
  return new EnlistmentError("enlistment-reply-malformed", `Read enlistment reply: found ${found}, wanted ${wanted}`);
}
