import { CodedError } from "../../core/coded-error.js";

export const contentErrorCodes = [
  "content-malformed",
  "content-too-large",
  "content-empty",
  "content-ambiguous",
  "content-missing-field",
  "content-bad-field",
  "bad-padding",
] as const;

export type ContentErrorCode = (typeof contentErrorCodes)[number];

export class ContentError extends CodedError<ContentErrorCode> {
  /** The field that is missing or unusable, for example `imageMessage.mediaKey`, and what was found there. */
  readonly field: { readonly path: string; readonly found: string } | undefined;

  constructor(code: ContentErrorCode, message: string, options?: ErrorOptions & Pick<Partial<ContentError>, "field">) {
    super(code, message, options);
    this.field = options?.field;
  }
}
