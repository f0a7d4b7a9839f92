import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { PreKeyBundle, SignalAccount } from "../../signal/account.js";
import { agreesWith, bundleRequest, type KeyUpload, readBundle, uploadRequest } from "../stanzas/keys.js";

/** How the user's public keys reach Meta's server, and how those of contacts come from there. */
export interface KeyBehaviour {
  /** One-time keys in the first upload and in each later one. */
  readonly initialBatch: number;
  readonly refillBatch: number;
  /** The id from which on the keys of an upload are numbered; `next` is the first that was never given. */
  firstId(next: number): number;
  upload(id: string, keys: KeyUpload): StanzaNode;
  /** Whether a notice that `left` keys remain leads to an upload. */
  refills(left: number): boolean;
  /** Whether an upload may begin before the one before has ended. */
  readonly uploadsSideBySide: boolean;
  /** When an upload that the server refused is tried again. */
  readonly refusedUpload: "next-login" | "at-once" | "never";
  /** What happens to the one-time keys of an upload whose answer did not come. The server may have them. */
  afterSilence(account: Pick<SignalAccount, "generatePreKeys">, keys: KeyUpload): void;
  /** The pauses before a request for a contact's keys is repeated that the server refused; none: it is not. */
  readonly fetchPausesMs: readonly number[];
  /** Whether the server's digest is about the keys of `account`. */
  agrees(digest: StanzaNode, account: Pick<SignalAccount, "bundle">): boolean;
  bundleRequest(id: string, jid: string): StanzaNode;
  /** The keys of `jid` in the server's answer. @throws ProviderError `recipient-unknown`, `recipient-keys-bad` */
  readBundle(answer: StanzaNode, jid: string): PreKeyBundle;
  /** The bundle to begin a session with, from the one that came. May throw to refuse it. */
  acceptBundle(bundle: PreKeyBundle): PreKeyBundle | Promise<PreKeyBundle>;
}

export const lawfulKeys: KeyBehaviour = {
  initialBatch: 30,
  refillBatch: 30,
  firstId: (next) => next,
  upload: uploadRequest,
  refills: () => true,
  uploadsSideBySide: false,
  refusedUpload: "next-login",
  afterSilence: () => undefined,
  fetchPausesMs: [],
  agrees: agreesWith,
  bundleRequest,
  readBundle,
  acceptBundle: (bundle) => bundle,
};
