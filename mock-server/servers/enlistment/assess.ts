import { fromBase64Url, toHex, withoutPadding } from "../../../core/bytes.js";
import type { EnlistmentEntry } from "../../../harness/model/trace.js";
import type { EnlistmentProfile } from "../../../profiles/profile.js";
import { decodeEnlistment } from "../../../protocol/enlistment/decode.js";
import { binaryArguments, type EnlistmentFields } from "../../../protocol/enlistment/request.js";
import { verifySignedPreKey } from "../../../protocol/xeddsa/xeddsa.js";
import type { AcceptedToken, TokenVerdict, TokenVerifier } from "../../accounts/token-verifier.js";

export type Assessment = Pick<EnlistmentEntry, "arguments" | "problems" | "token" | "signatureValid"> &
  (
    | { readonly accepted: true; readonly fields: EnlistmentFields; readonly proof: AcceptedToken }
    | { readonly accepted: false; readonly reason: string }
  );

/**
 * Reads an enlistment body. It names every problem, but refuses only what leaves no usable account: padded base64 is for the
 * report, and must not prevent the checks that follow. Further arguments are a problem only if the profile says so.
 */
export async function assess(body: string, profile: EnlistmentProfile, verifier: TokenVerifier): Promise<Assessment> {
  const { fields, problems: found } = decodeEnlistment(body);
  const problems =
    profile.furtherArguments === "refused" ? found : found.filter(({ code }) => code !== "unknown-argument");
  const form = new URLSearchParams(body);
  const token = form.get("token");
  const verdict = token === null || token === "" ? undefined : await verifier.verify(token);
  const signatureValid = fields && hasValidSignature(fields);
  const assessed = {
    arguments: readableArguments(form),
    problems,
    ...(verdict && { token: verdict.trace }),
    ...(signatureValid !== undefined && { signatureValid }),
  };
  const usable = fields !== undefined && signatureValid === true && !problems.some(({ code }) => refused.has(code));
  if (!usable) return { ...assessed, accepted: false, reason: profile.reasons.badArguments };
  if (!verdict?.ok) return { ...assessed, accepted: false, reason: reasonFor(verdict, profile.reasons) };
  return { ...assessed, accepted: true, fields, proof: verdict };
}

/** Problems of readable requests that are refused too. */
const refused: ReadonlySet<string> = new Set(["wrong-key-type", "repeated", "unknown-argument"]);

function hasValidSignature({ identityKey, signedPreKey }: EnlistmentFields): boolean {
  return verifySignedPreKey(identityKey, signedPreKey.publicKey, signedPreKey.signature);
}

function reasonFor(verdict: TokenVerdict | undefined, reasons: EnlistmentProfile["reasons"]): string {
  if (verdict === undefined || verdict.ok) return reasons.badToken;
  switch (verdict.code) {
    case "unknown-integrator":
      return reasons.unknownIntegrator;
    case "wrong-protocol-version":
      return reasons.badVersion;
    default:
      return reasons.badToken;
  }
}

/** Hex of each binary argument in any form of base64; `decodeEnlistment` checks the sizes. */
function readableArguments(form: URLSearchParams): Record<string, string> {
  const readable: Record<string, string> = {};
  for (const name of binaryArguments) {
    const bytes = fromBase64Url(withoutPadding(form.get(name) ?? ""));
    if (bytes !== undefined && bytes.length > 0) readable[name] = toHex(bytes);
  }
  return readable;
}
