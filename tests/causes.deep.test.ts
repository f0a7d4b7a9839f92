import { describe, expect, test } from "@jest/globals";
import { loadVariant } from "../reference-provider/registry.js";
import { renderConsole } from "../reports/index.js";
import { checks, requirements } from "../suites/index.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";

/** More than any call needs on a busy machine. */
const callMs = 60_000;
/** What a terminal or a log of CI shows at its end; the last line names the report. */
const shownLines = 14;

const enlistment = ["m1-identity/token-accepted", "m1-identity/enlistment-signature", "m2-channel/login"];
const channel = ["m2-channel/login", "m2-channel/frame-counts", "m2-channel/header", "m2-channel/client-hello"];
const texts = ["m3-messaging/text-out-unicode"];
const stanzas = ["m2-channel/stanza-schema", "m2-channel/key-upload"];
const files = ["m4-features/media/mac", "m4-features/media/block-edges", "m4-features/media/enc-hash"];

/** A defect of a provider, the checks that are run, and the words that lead from the end of the console to its code. */
const table: readonly (readonly [mutant: string, checks: readonly string[], words: RegExp])[] = [
  ["token-for-somebody-else", enlistment, /aud \["https:\/\/other\.invalid"\], wanted/],
  ["token-begins-later", enlistment, /found nbf \d+, wanted at most \d+/],
  ["token-already-expired", enlistment, /found exp \d+, wanted after \d+/],
  ["token-alg-none", enlistment, /found "none", wanted RS256/],
  ["token-unknown-kid", enlistment, /found "not-in-the-set", wanted/],
  ["token-signed-by-other-key", enlistment, /one that does not verify, wanted one by key/],
  ["token-without-identifier", enlistment, /claim sub: found missing/],
  ["enlist-zero-signature", enlistment, /signature of the signed pre-key does not verify/],
  ["enlist-signature-over-32-bytes", enlistment, /XEdDSA signature by e_ident over 05 and/],
  ["omits-token", channel, /interopData\.token: found none, wanted a token/],
  ["static-key-not-authkey", channel, /static key of the handshake: found [0-9a-f]{64}/],
  ["wrong-account-id", channel, /accountId: found \d+-\d+@interop, wanted the number in a login/],
  ["wrong-product", channel, /product of the client payload: found \d+, wanted \d+/],
  ["hashes-pattern-name", channel, /same known mistake: the protocol name is hashed/],
  ["empty-prologue", channel, /same known mistake: the prologue is empty/],
  ["skips-prologue", channel, /same known mistake: no prologue is mixed in/],
  ["hashes-empty-payload", channel, /same known mistake: the empty payload of the first message is hashed/],
  ["handshake-keys-swapped", channel, /same known mistake: the two HKDF outputs of MixKey are swapped/],
  [
    "handshake-without-associated-data",
    channel,
    /same known mistake: the handshake is encrypted without associated data/,
  ],
  ["handshake-nonce-not-reset", channel, /same known mistake: the nonce goes on counting after MixKey/],
  ["handshake-plaintext-hashed", channel, /same known mistake: MixHash takes the plaintext/],
  ["handshake-nonce-little-endian", channel, /third message authenticates if the nonce is little-endian/],
  ["handshake-nonce-stays-zero", channel, /third message authenticates if the nonce stays 0/],
  [
    "server-payload-not-hashed",
    channel,
    /third message authenticates if the server's encrypted payload is left out of h/,
  ],
  ["third-message-keys-swapped", channel, /third message authenticates if the two HKDF outputs of MixKey are swapped/],
  [
    "finish-without-associated-data",
    channel,
    /third message authenticates if the handshake is encrypted without associated data/,
  ],
  ["counts-frames-from-one", channel, /frame authenticates if its count is 1 where 0 is due/],
  ["frame-nonce-little-endian", channel, /frame authenticates if the nonce is little-endian/],
  ["frame-nonce-stays-zero", channel, /frame authenticates if its count is 0 where 1 is due/],
  ["frame-key-of-other-side", channel, /frame authenticates if the two keys of Split are swapped/],
  ["frame-associated-data", channel, /frame authenticates if the handshake hash is its associated data/],
  ["extra-phash-attribute", stanzas, /phash/],
  ["upload-without-signed-key", stanzas, /skey/],
  ["session-without-discontinuity", texts, /first message opens if no 32 bytes of FF stand before/],
  ["mac-identities-exchanged", texts, /first message opens if the MAC covers the identity keys in the wrong order/],
  ["file-mac-without-iv", files, /file fits if its MAC is over the ciphertext only/],
  ["file-mac-of-32-bytes", files, /file fits if all 32 bytes of the HMAC follow/],
  ["file-mac-over-plaintext", files, /file fits if its MAC is over the plaintext/],
  ["file-mac-missing", files, /file fits if no MAC follows/],
  ["file-iv-zero", files, /file fits if the IV is all zeros/],
  ["file-iv-in-front", files, /file fits if the IV stands before the ciphertext/],
  ["file-keys-swapped", files, /file fits if cipher key and MAC key are swapped/],
  ["file-key-not-derived", files, /file fits if the media key itself encrypts/],
  ["no-padding-block", files, /file fits if a file of whole blocks is not padded/],
  ["enc-hash-without-mac", files, /fileEncSha256 leaves the MAC out/],
];

describe("the last lines of the console name the cause of", () => {
  test.each(table)("%s", async (mutant, ids, words) => {
    const some = checks.filter(({ id }) => ids.includes(id));
    expect(some).toHaveLength(ids.length);
    const provider = referenceProvider(loadVariant("mutant", mutant));
    const { result } = await runAgainst(provider, some, undefined, { callMs });
    const lines = renderConsole(result, requirements, { colour: false, width: 100 }).trimEnd().split("\n");
    // Words may be parted by the end of a line.
    expect(lines.slice(-shownLines).join(" ").replace(/\s+/g, " ")).toMatch(words);
    expect(result.checks.some(({ verdict }) => verdict === "fail")).toBe(true);
  });
});
