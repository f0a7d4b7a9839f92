import type { MediaKind } from "../../protocol/content/content.js";

/** A file as the user's app has it: not encrypted. */
export interface UserFile {
  readonly kind: MediaKind;
  readonly data: Uint8Array;
  readonly mimetype: string;
  readonly caption?: string;
  readonly fileName?: string;
}

/** What Meta's fetcher asks the media host. */
export interface FileRequest {
  readonly method: string;
  readonly ref: string;
  /** `Range` header. */
  readonly range: string | undefined;
}

/** What the media host answers. */
export interface FileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
