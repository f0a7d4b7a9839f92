import { CodedError } from "../../core/coded-error.js";

export const mediaErrorCodes = [
  "media-bad-key",
  "media-bad-path",
  "media-too-short",
  "media-not-blocks",
  "media-enc-hash-mismatch",
  "media-mac-mismatch",
  "media-wrong-kind",
  "media-bad-padding",
  "media-hash-mismatch",
  "media-length-mismatch",
] as const;

export type MediaErrorCode = (typeof mediaErrorCodes)[number];

export class MediaError extends CodedError<MediaErrorCode> {}
