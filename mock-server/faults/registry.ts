import type { FaultId } from "../../harness/ports/faults.js";
import { bundleBadSignature } from "./bundle-bad-signature.js";
import { bundleBadWidth } from "./bundle-bad-width.js";
import { bundleWithoutOneTimeKey } from "./bundle-without-one-time-key.js";
import { certificateBadSignature } from "./certificate-bad-signature.js";
import { certificateExpired } from "./certificate-expired.js";
import { certificateForeignRoot } from "./certificate-foreign-root.js";
import { certificateLeafMismatch } from "./certificate-leaf-mismatch.js";
import { certificateNotYetValid } from "./certificate-not-yet-valid.js";
import { certificateShortSignature } from "./certificate-short-signature.js";
import { certificateWrongIssuer } from "./certificate-wrong-issuer.js";
import { ciphertextCorrupted } from "./ciphertext-corrupted.js";
import { ciphertextChanged } from "./ciphertext-changed.js";
import { ciphertextReplayed } from "./ciphertext-replayed.js";
import { contentMalformed } from "./content-malformed.js";
import { contentUnknown } from "./content-unknown.js";
import { contentWrapped } from "./content-wrapped.js";
import { encMissing } from "./enc-missing.js";
import { encTwice } from "./enc-twice.js";
import { encTypeUnknown } from "./enc-type-unknown.js";
import { encVersion } from "./enc-version.js";
import { enlistmentAnswerMalformed } from "./enlistment-answer-malformed.js";
import { enlistmentRefused } from "./enlistment-refused.js";
import { enlistmentServerError } from "./enlistment-server-error.js";
import { frameEmpty } from "./frame-empty.js";
import { frameRepeated } from "./frame-repeated.js";
import { frameTampered } from "./frame-tampered.js";
import { framesCoalesced } from "./frames-coalesced.js";
import { framesCompressed } from "./frames-compressed.js";
import { framesSplit } from "./frames-split.js";
import { framesSwapped } from "./frames-swapped.js";
import { groupMessageForged } from "./group-message-forged.js";
import { groupOutsiderHeard } from "./group-outsider-heard.js";
import { identityNoticeWithheld } from "./identity-notice-withheld.js";
import { identitySpoofed } from "./identity-spoofed.js";
import { keyDigestWrong } from "./key-digest-wrong.js";
import { keyUploadRefused } from "./key-upload-refused.js";
import { loginFailure } from "./login-failure.js";
import { mediaBrokenOff } from "./media-broken-off.js";
import { mediaEncHashWrong } from "./media-enc-hash-wrong.js";
import { mediaHashWrong } from "./media-hash-wrong.js";
import { mediaKindWrong } from "./media-kind-wrong.js";
import { mediaLengthWrong } from "./media-length-wrong.js";
import { mediaMacWrong } from "./media-mac-wrong.js";
import { mediaMissing } from "./media-missing.js";
import { mediaSlow } from "./media-slow.js";
import { mediaSurplus } from "./media-surplus.js";
import { mediaTruncated } from "./media-truncated.js";
import { mediaUnavailable } from "./media-unavailable.js";
import { messageAckError } from "./message-ack-error.js";
import { messageDuplicated } from "./message-duplicated.js";
import { messageHeldBack } from "./message-held-back.js";
import { messageLost } from "./message-lost.js";
import { messagesSkipped } from "./messages-skipped.js";
import { paddingInconsistent } from "./padding-inconsistent.js";
import { paddingLength } from "./padding-length.js";
import { pingUnanswered } from "./ping-unanswered.js";
import { pingWrongId } from "./ping-wrong-id.js";
import { plaintextDowngrade } from "./plaintext-downgrade.js";
import { plaintextEmpty } from "./plaintext-empty.js";
import { pushForged } from "./push-forged.js";
import { pushKeyRotated } from "./push-key-rotated.js";
import { pushWithheld } from "./push-withheld.js";
import { receiptLost } from "./receipt-lost.js";
import { requestRefused } from "./request-refused.js";
import { retryEndless } from "./retry-endless.js";
import { retryOtherRegistration } from "./retry-other-registration.js";
import { retryRequested } from "./retry-requested.js";
import { senderKeyWithheld } from "./sender-key-withheld.js";
import { serverHelloShortEphemeral } from "./server-hello-short-ephemeral.js";
import { serverHelloTampered } from "./server-hello-tampered.js";
import { serverHelloUnknownFields } from "./server-hello-unknown-fields.js";
import { serverHelloWithheld } from "./server-hello-withheld.js";
import { serverHelloZeroEphemeral } from "./server-hello-zero-ephemeral.js";
import { signalVersion } from "./signal-version.js";
import { signedKeyUnknown } from "./signed-key-unknown.js";
import { stanzaEncoding } from "./stanza-encoding.js";
import { stanzaInflates } from "./stanza-inflates.js";
import { stanzaMalformed } from "./stanza-malformed.js";
import { stanzaNested } from "./stanza-nested.js";
import { textDocumentType } from "./text-document-type.js";
import { textForm } from "./text-form.js";
import { textMalformed } from "./text-malformed.js";
import type { Fault } from "./fault.js";

/** Every fault by its id; the type sees to it that none is missing. */
export const faults: Readonly<Record<FaultId, Fault>> = {
  "enlistment-refused": enlistmentRefused,
  "enlistment-answer-malformed": enlistmentAnswerMalformed,
  "enlistment-server-error": enlistmentServerError,
  "certificate-foreign-root": certificateForeignRoot,
  "certificate-bad-signature": certificateBadSignature,
  "certificate-leaf-mismatch": certificateLeafMismatch,
  "certificate-expired": certificateExpired,
  "certificate-not-yet-valid": certificateNotYetValid,
  "certificate-wrong-issuer": certificateWrongIssuer,
  "certificate-short-signature": certificateShortSignature,
  "server-hello-tampered": serverHelloTampered,
  "server-hello-zero-ephemeral": serverHelloZeroEphemeral,
  "server-hello-short-ephemeral": serverHelloShortEphemeral,
  "server-hello-unknown-fields": serverHelloUnknownFields,
  "server-hello-withheld": serverHelloWithheld,
  "login-failure": loginFailure,
  "frame-tampered": frameTampered,
  "frame-repeated": frameRepeated,
  "frame-empty": frameEmpty,
  "frames-swapped": framesSwapped,
  "frames-split": framesSplit,
  "frames-coalesced": framesCoalesced,
  "frames-compressed": framesCompressed,
  "stanza-malformed": stanzaMalformed,
  "stanza-nested": stanzaNested,
  "stanza-inflates": stanzaInflates,
  "stanza-encoding": stanzaEncoding,
  "text-form": textForm,
  "text-malformed": textMalformed,
  "text-document-type": textDocumentType,
  "ping-unanswered": pingUnanswered,
  "ping-wrong-id": pingWrongId,
  "key-upload-refused": keyUploadRefused,
  "key-digest-wrong": keyDigestWrong,
  "bundle-bad-signature": bundleBadSignature,
  "bundle-without-one-time-key": bundleWithoutOneTimeKey,
  "bundle-bad-width": bundleBadWidth,
  "identity-notice-withheld": identityNoticeWithheld,
  "ciphertext-corrupted": ciphertextCorrupted,
  "padding-length": paddingLength,
  "padding-inconsistent": paddingInconsistent,
  "content-malformed": contentMalformed,
  "enc-type-unknown": encTypeUnknown,
  "enc-missing": encMissing,
  "plaintext-downgrade": plaintextDowngrade,
  "message-duplicated": messageDuplicated,
  "sender-key-withheld": senderKeyWithheld,
  "group-message-forged": groupMessageForged,
  "group-outsider-heard": groupOutsiderHeard,
  "message-held-back": messageHeldBack,
  "messages-skipped": messagesSkipped,
  "ciphertext-changed": ciphertextChanged,
  "ciphertext-replayed": ciphertextReplayed,
  "signal-version": signalVersion,
  "enc-version": encVersion,
  "enc-twice": encTwice,
  "plaintext-empty": plaintextEmpty,
  "content-unknown": contentUnknown,
  "content-wrapped": contentWrapped,
  "identity-spoofed": identitySpoofed,
  "signed-key-unknown": signedKeyUnknown,
  "media-mac-wrong": mediaMacWrong,
  "media-enc-hash-wrong": mediaEncHashWrong,
  "media-hash-wrong": mediaHashWrong,
  "media-length-wrong": mediaLengthWrong,
  "media-kind-wrong": mediaKindWrong,
  "media-truncated": mediaTruncated,
  "media-surplus": mediaSurplus,
  "media-missing": mediaMissing,
  "media-unavailable": mediaUnavailable,
  "media-broken-off": mediaBrokenOff,
  "media-slow": mediaSlow,
  "push-forged": pushForged,
  "push-key-rotated": pushKeyRotated,
  "message-ack-error": messageAckError,
  "message-lost": messageLost,
  "retry-requested": retryRequested,
  "push-withheld": pushWithheld,
  "receipt-lost": receiptLost,
  "request-refused": requestRefused,
  "retry-endless": retryEndless,
  "retry-other-registration": retryOtherRegistration,
};
