import { CodedError } from "../../core/coded-error.js";

export const mediaErrorCodes = [
  "media-too-short",
  "media-bad-digest",
  "media-bad-mac",
  "media-bad-padding",
  "media-bad-key",
] as const;

export type MediaErrorCode = (typeof mediaErrorCodes)[number];

/** Why an encrypted file could not be sealed or opened. */
export class MediaError extends CodedError<MediaErrorCode> {}
