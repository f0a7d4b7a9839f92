/** A mistake of examples/python-provider/mistakes. */
export interface Mistake {
  readonly name: string;
  /** Page of docs/implementing that says how it is right. */
  readonly page: string;
  /** The fewest checks that show it. */
  readonly checks: readonly string[];
  /** The last lines of the console hold these words. */
  readonly words: string;
}

type Row = readonly [name: string, checks: readonly string[], words: string];

const accepted = ["m1-identity/token-accepted"];
const sizes = ["m1-identity/enlistment-sizes"];
const login = ["m2-channel/login"];
const upload = ["m2-channel/key-upload"];
const textOut = ["m3-messaging/text-out"];
const image = ["m4-features/media/image-out"];

const pages: Readonly<Record<string, readonly Row[]>> = {
  "identity.md": [
    ["token-audience-of-host", accepted, '/3p/interop_reg", wanted whatsapp-interop'],
    ["token-times-in-milliseconds", accepted, "000, wanted at most"],
    ["token-expired", accepted, "Verify token claims: found exp"],
    ["token-lives-for-a-year", ["m1-identity/token-lifetime"], "expected at most 3600 actual 31536000"],
    ["token-times-as-text", accepted, "wanted unix seconds as a number"],
    ["token-issuer-is-a-url", accepted, 'claim iss: found "https://provider.example", wanted the slug'],
    ["token-without-user", accepted, "claim sub: found missing, wanted the user-visible identifier"],
    ["token-without-key-id", accepted, "found no kid, wanted"],
    ["token-signed-with-rs512", accepted, 'found "RS512", wanted RS256'],
    ["key-set-in-padded-base64", accepted, "the set has a key that cannot be used: Validate key 0: found n"],
    ["key-set-with-sign-byte", ["m1-identity/key-form"], "n and e in URL-safe base64 without zero octets in front"],
    ["key-set-without-key-id", accepted, "found kid missing, wanted a text that tokens can name"],
    ["enlist-as-json", accepted, "found JSON, wanted a form: name=value, joined by &"],
    ["enlist-identity-with-type-byte", sizes, "Read enlistment e_ident: found 33 bytes, wanted 32"],
    ["enlist-registration-of-two-bytes", sizes, "Read enlistment e_regid: found 2 bytes, wanted 4"],
    ["enlist-key-id-of-four-bytes", sizes, "Read enlistment e_skey_id: found 4 bytes, wanted 3"],
    ["enlist-type-as-text", ["m1-identity/enlistment-key-type"], "Read enlistment e_keytype: found 53, wanted 5"],
    ["signature-over-32-bytes", ["m1-identity/enlistment-signature"], "over 05 and the 32 bytes of e_skey_val"],
  ],
  "channel.md": [
    ["frame-length-of-two-bytes", login, "Your frame is complete if its length has two bytes"],
    ["frame-length-little-endian", login, "Your frame is complete if its length is little-endian"],
    ["frame-length-with-itself", login, "if its length counts the three bytes of the length too"],
    ["header-before-each-frame", login, "Read frame: the header found again, wanted a length"],
    ["handshake-keys-swapped", login, "the two HKDF outputs of MixKey are swapped"],
    ["handshake-nonce-little-endian", login, "the nonce is little-endian in its last four bytes"],
    ["handshake-nonce-not-reset", login, "the nonce goes on counting after MixKey"],
    ["prologue-missing", login, "the prologue is empty"],
    ["protocol-name-hashed", login, "the protocol name is hashed"],
    ["empty-payload-hashed", login, "the empty payload of the first message is hashed"],
    ["third-message-without-associated-data", login, "the handshake is encrypted without associated data"],
    ["ephemeral-with-type-byte", login, "Import public key: 33 bytes found, wanted 32"],
    ["static-key-with-type-byte", login, "Read handshake message: key of 33 bytes found, wanted 32"],
    ["static-key-not-enlisted", login, "the authkey of the enlistment"],
    ["login-without-token", login, "Check interopData.token: found none, wanted a token"],
    ["login-without-product", login, "Check product of the client payload: found undefined, wanted 2"],
    ["login-with-integrator-id", login, "wanted the number in a login that enlistment returned"],
    ["frame-keys-swapped", login, "it decrypts with the second key of Split (the last 32 bytes)"],
    ["frames-counted-from-one", login, "counts from 0"],
    ["frame-nonce-little-endian", upload, "Your frame authenticates if the nonce is little-endian"],
  ],
  "stanza-encoding.md": [
    ["flag-byte-missing", upload, "if a flag byte of 0 stands before it"],
    ["compressed-without-flag", upload, "if the flag byte is 2, as the bytes after it are a zlib stream"],
    ["dictionary-off-by-one", upload, "notify: no stanza of this name is known from-client"],
    ["list-size-without-values", upload, "by its list sizes (that of a node counts its tag, two for each attribute"],
  ],
  "stanzas.md": [
    ["ack-missing", ["m2-channel/notification-ack"], "what acks of the notification expected 1 found 0"],
    ["ping-unanswered", ["m2-channel/server-ping"], "what answer to the server's ping expected result actual none"],
    ["request-ids-repeat", ["m2-channel/request-ids"], "ids of the requests of a connection expected all different"],
  ],
  "keys-and-sessions.md": [
    ["pre-key-id-of-four-bytes", upload, "iq/list/key/id: content is 4 bytes, wanted exactly 3 bytes"],
    ["pre-key-id-as-text", upload, "iq/list/key/id: content is 1 bytes, wanted exactly 3 bytes"],
    ["pre-key-with-type-byte", upload, "iq/list/key/value: content is 33 bytes, wanted exactly 32 bytes"],
    ["first-message-as-msg", ["m3-messaging/first-message"], "can be read if the type of its enc is pkmsg"],
    ["later-messages-as-pkmsg", textOut, "can be read if the type of its enc is msg"],
    ["session-not-stored", ["m3-messaging/message-keys-once"], "found message with old counter 1 / 0"],
    ["padding-missing", textOut, "can be read if no padding is taken off"],
    ["padding-of-zeros", textOut, "only the last byte of the padding has its length and the others are zeros"],
    ["padding-left-in", ["m3-messaging/text-in"], "Decrypt, remove the padding, parse the content protobuf"],
    ["receipt-missing", ["m3-messaging/delivery-receipt"], "what delivery receipt expected sent found none"],
    ["receipt-for-wrong-id", ["m3-messaging/delivery-receipt"], "which is the id of no message"],
    ["read-as-delivered", ["m4-features/read-receipt-out"], "messages read without a read receipt expected none"],
    [
      "retry-not-asked",
      ["m3-messaging/ciphertext-corrupted"],
      "Answer a message that does not decrypt with a receipt of type retry",
    ],
    ["retry-count-stays-one", ["m3-messaging/retry-count"], "Count the requests for one message, from 1"],
    ["retry-unanswered", ["m3-messaging/retry-answered"], "what message sent again expected yes found no"],
    [
      "offline-messages-unanswered",
      ["m3-messaging/offline-answered"],
      "what answers to a message from the mailbox expected 1 found 0",
    ],
  ],
  "content.md": [
    ["text-without-protobuf", textOut, "can be read if it is the text itself"],
    ["text-in-wrong-field", textOut, "expected text found unknown (field 4)"],
    ["text-in-latin-1", ["m3-messaging/text-out-unicode"], "was not valid for encoding utf-8"],
    ["text-for-own-devices", textOut, "found it in deviceSentMessage (field 31)"],
  ],
  "push.md": [
    ["push-expiry-unchecked", ["m3-messaging/push-expired"], "exp"],
    [
      "push-audience-of-whatsapp",
      ["m3-messaging/push-answer"],
      "status of the answer to a push expected 200 found 401",
    ],
    ["push-wakes-nobody", ["m3-messaging/push-reconnect"], "Connect the user whom Meta's push names"],
  ],
  "media.md": [
    ["file-info-of-image", ["m4-features/media/key-kind"], '"WhatsApp Image Keys", where "WhatsApp Video Keys" is due'],
    ["file-mac-without-iv", image, "its MAC is over the ciphertext only"],
    ["file-mac-of-32-bytes", image, "all 32 bytes of the HMAC follow the ciphertext"],
    ["file-iv-zero", image, "the IV is all zeros"],
    ["file-iv-in-front", image, "the IV stands before the ciphertext"],
    ["file-mac-unchecked", ["m4-features/media/mac-wrong"], "Compare the MAC before you decrypt"],
    ["file-hash-of-plaintext", ["m4-features/media/enc-hash"], "fileEncSha256 is over the plain file"],
    ["file-hash-as-hex", image, "found 64 bytes in imageMessage.fileSha256, wanted 32"],
    [
      "file-length-of-ciphertext",
      ["m4-features/media/length"],
      "State fileLength in bytes of the file before it is encrypted",
    ],
    ["path-with-host", image, "wanted a path alone that begins with /, without scheme and host"],
    [
      "path-without-integrator",
      ["m4-features/media/path-template"],
      "/interop/whatsapp/download/, your identifier, a slash",
    ],
    ["range-off-by-one", ["m4-features/media/range-exact"], "Both ends of a range belong to it"],
    ["range-with-status-200", ["m4-features/media/range"], "status of an answer to a range expected 206 actual 200"],
    [
      "range-without-content-range",
      ["m4-features/media/range-exact"],
      "expected a part of bytes 100-199/1018 found undefined",
    ],
  ],
};

export const mistakes: readonly Mistake[] = Object.entries(pages).flatMap(([page, rows]) =>
  rows.map(([name, checks, words]) => ({ name, page, checks, words })),
);

/** For docs/implementing/when-it-does-not-work.md. */
export function mistakeTable(): string {
  const rows = mistakes.map(
    ({ name, page, words }) =>
      `| ${words.replaceAll("|", "\\|")} | ${name.replaceAll("-", " ")} | [${page.slice(0, -3)}](${page}) |`,
  );
  return ["| The last lines say | when the mistake is | read |", "| --- | --- | --- |", ...rows].join("\n");
}
