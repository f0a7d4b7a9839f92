import type { MetaManifest } from "../endpoint/options.js";

/** One answer of the admin API, as anybody's HTTP client sees it. */
export interface AdminAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined when the body is no JSON. */
  readonly json: unknown;
}

export type AskAdmin = (
  method: string,
  path: string,
  options?: {
    readonly body?: unknown;
    readonly raw?: string;
    readonly token?: string | null;
    readonly signal?: AbortSignal;
  },
) => Promise<AdminAnswer>;

/** Sends requests with a token (default: that of the manifest). */
export function adminOf({ adminUrl, adminToken }: MetaManifest): AskAdmin {
  return async (method, path, { body, raw, token = adminToken, signal } = {}) => {
    const response = await fetch(`${adminUrl}${path}`, {
      method,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(raw !== undefined && { body: raw }),
      ...(signal !== undefined && { signal }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
