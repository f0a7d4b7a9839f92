import { bytesToUint } from "../../core/bytes.js";
import { bytesOf, childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { PreKeyBundle } from "../../signal/account.js";
import { ProviderError } from "../errors.js";
import { contract } from "../settings.js";
import { curve25519 } from "./key-nodes.js";
import { encryptRequest } from "./key-upload.js";

/** Asks for the keys of one user (interop fact 44). */
export function bundleRequest(id: string, jid: string): StanzaNode {
  return encryptRequest(id, "get", [node("key", {}, [node("user", { jid })])]);
}

/**
 * The keys of `jid` in the answer. The signature is not verified here.
 *
 * @throws ProviderError `recipient-unknown` when the server has no keys, `recipient-keys-bad` for wrong widths.
 */
export function readBundle(answer: StanzaNode, jid: string): PreKeyBundle {
  const list = childNamed(answer, "list");
  const user = list && childrenNamed(list, "user").find((each) => each.attrs["jid"] === jid);
  const error = user && childNamed(user, "error");
  if (user === undefined || error !== undefined) {
    const found = error === undefined ? "no such user" : `error ${error.attrs["code"] ?? "without a code"}`;
    throw new ProviderError("recipient-unknown", `Fetch keys of ${jid}: found ${found} in the answer, wanted keys`);
  }
  return { registrationId: bytesToUint(part(user, "registration", 4)), ...readKeys(user) };
}

/** The keys in `holder`: a user of a key answer, or the `keys` of a retry receipt. @throws ProviderError */
export function readKeys(holder: StanzaNode): Omit<PreKeyBundle, "registrationId"> {
  const [type] = part(holder, "type", 1);
  if (type !== curve25519) throw bad("type", `key type ${type}`, `${curve25519}`);
  const signed = childNamed(holder, "skey");
  if (signed === undefined) throw bad("skey", "none", "a signed pre-key");
  const oneTime = childNamed(holder, "key");
  const kyber = childNamed(holder, contract.kyberKeyTag);
  return {
    identityKey: part(holder, "identity", 32),
    signedPreKey: { ...readKey(signed), signature: part(signed, "signature", 64) },
    ...(kyber !== undefined && { kyberPreKey: { ...readKey(kyber, 1568), signature: part(kyber, "signature", 64) } }),
    // An exhausted queue is no error: the session begins without a one-time key (interop fact 57).
    ...(oneTime !== undefined && { preKey: readKey(oneTime) }),
  };
}

function readKey(holder: StanzaNode, width = 32): { id: number; publicKey: Uint8Array } {
  return { id: bytesToUint(part(holder, "id", 3)), publicKey: part(holder, "value", width) };
}

function part(holder: StanzaNode, name: string, length: number): Uint8Array {
  const child = childNamed(holder, name);
  const bytes = child && bytesOf(child);
  if (bytes?.length === length) return bytes;
  throw bad(name, bytes === undefined ? "no bytes" : `${bytes.length} bytes`, `${length}`);
}

function bad(name: string, found: string, wanted: string): ProviderError {
  return new ProviderError("recipient-keys-bad", `Read keys, ${name}: found ${found}, wanted ${wanted}`);
}
