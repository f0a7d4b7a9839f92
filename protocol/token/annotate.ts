import { type Annotated, AnnotationList, quoted } from "../../core/annotation.js";
import { toHex } from "../../core/bytes.js";
import { TokenError } from "./errors.js";
import { inspectToken } from "./inspect.js";

export interface AnnotatedToken extends Annotated {
  readonly json?: { readonly header: object; readonly claims: object; readonly signature: string };
}

const names = ["header", "claims", "signature"];

/** Says what the parts of a token are, without any verification. Never throws. */
export function annotateToken(token: string): AnnotatedToken {
  const list = new AnnotationList();
  const parts = token.split(".");
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const end = at + part.length;
    list.add(at, end, 0, `${names[index] ?? "not read"}: ${shown(part, index)}`);
    if (index < parts.length - 1) list.add(end, end + 1, 0, "a dot");
    at = end + 1;
  }
  try {
    const { header, claims, signatureBytes } = inspectToken(token);
    return { annotations: list.all, json: { header, claims, signature: toHex(signatureBytes) } };
  } catch (thrown) {
    if (!(thrown instanceof TokenError)) throw thrown;
    return {
      annotations: list.all,
      problem: { at: blame(parts), reason: thrown.message.replace(/^Read token: /, "") },
    };
  }
}

function shown(part: string, index: number): string {
  const bytes = Buffer.from(part, "base64url");
  return index < 2 ? quoted(bytes.toString("utf8")) : `${bytes.length} bytes`;
}

/** Where the first part begins that is no part of a token, or the character in it that base64url does not have. */
function blame(parts: readonly string[]): number {
  let at = 0;
  for (const [index, part] of parts.slice(0, names.length).entries()) {
    const foreign = part.search(/[^\w-]/);
    if (foreign !== -1) return at + foreign;
    if (index < 2 && !isJsonObject(part)) return at;
    at += part.length + 1;
  }
  return Math.max(0, at - 1);
}

function isJsonObject(part: string): boolean {
  try {
    return (
      Buffer.from(part, "base64url").toString("base64url") === part &&
      !!JSON.parse(Buffer.from(part, "base64url").toString())
    );
  } catch {
    return false;
  }
}
