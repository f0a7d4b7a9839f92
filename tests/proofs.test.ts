import { expect, test } from "@jest/globals";
import { proofOf, type Proof, proofs } from "../harness/causes/proof.js";
import { type AccountErrorCode, accountErrorCodes } from "../mock-server/accounts/errors.js";
import type { LoginProblemCode } from "../mock-server/servers/chat/login.js";
import type { MockServerErrorCode } from "../mock-server/side/errors.js";
import { type EnvelopeErrorCode, envelopeErrorCodes } from "../mock-server/users/opener.js";
import { type ContentErrorCode, contentErrorCodes } from "../protocol/content/errors.js";
import { type EnlistmentProblemCode, enlistmentProblemCodes } from "../protocol/enlistment/decode.js";
import { type MediaErrorCode, mediaErrorCodes } from "../protocol/media/errors.js";
import { type NoiseErrorCode, noiseErrorCodes } from "../protocol/noise/errors.js";
import { type StanzaErrorCode, stanzaErrorCodes } from "../protocol/stanza/errors.js";
import { type TokenErrorCode, tokenErrorCodes } from "../protocol/token/errors.js";
import { type SignalErrorCode, signalErrorCodes } from "../signal/errors.js";

/** Of the mock server's own errors, those that a client on a chat connection brings about. */
type ChatErrorCode = Extract<
  MockServerErrorCode,
  "handshake-timeout" | "repeated-header" | "text-message" | "backlog-exceeded"
>;

/** Every code with which an entry of a trace names a defect. */
type EntryCode =
  | AccountErrorCode
  | ChatErrorCode
  | ContentErrorCode
  | EnlistmentProblemCode
  | EnvelopeErrorCode
  | LoginProblemCode
  | MediaErrorCode
  | NoiseErrorCode
  | SignalErrorCode
  | StanzaErrorCode
  | TokenErrorCode
  | "media-not-found";

/** The compiler refuses this line when a code says nothing. */
const complete: Readonly<Record<EntryCode, Proof>> = proofs;

test.each([
  ["accounts", accountErrorCodes],
  ["content", contentErrorCodes],
  ["enlistment", enlistmentProblemCodes],
  ["envelopes", envelopeErrorCodes],
  ["files", mediaErrorCodes],
  ["handshake", noiseErrorCodes],
  ["sessions", signalErrorCodes],
  ["stanzas", stanzaErrorCodes],
  ["tokens", tokenErrorCodes],
] as const)("each code of %s says whether bytes or time prove it", (_, codes) => {
  const silent = codes.filter((code) => !Object.hasOwn(complete, code));
  expect(silent).toEqual([]);
});

test("a code that no list has proves nothing on a busy machine", () => {
  for (const code of ["of-another-version", "constructor", "__proto__"]) expect(proofOf(code)).toBe("time");
});
