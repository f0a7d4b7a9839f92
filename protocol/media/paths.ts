import { MediaError } from "./errors.js";

/** A file of a provider's user, as clients request it from Meta's media host (interop fact 84). */
export interface DownloadPath {
  /** The provider's identifier at Meta. */
  readonly integrator: string;
  /** What the provider calls the file. */
  readonly ref: string;
}

/** One path segment of RFC 3986; neither `.` nor `..`, escaped or not, which would lead elsewhere. */
const segment = /^(?!(?:\.|%2[eE]){1,2}$)(?:[\w.~!$&'()*+,;=:@-]|%[\dA-Fa-f]{2}){1,512}$/;

const prefix = "/interop/whatsapp/download/";
const userPrefix = "/v/t";
const userId = /^(?!.*\.\.)[\w.~/-]{1,256}$/;

/** @throws MediaError `media-bad-path` for a part that is no single path segment. */
export function downloadPath({ integrator, ref }: DownloadPath): string {
  for (const part of [integrator, ref]) {
    if (!segment.test(part)) {
      const message = `Write media path: found "${part.slice(0, 80)}", wanted one segment of a path`;
      throw new MediaError("media-bad-path", message);
    }
  }
  return `${prefix}${integrator}/${ref}/`;
}

/** Undefined for anything but `/interop/whatsapp/download/{integrator}/{ref}/`. */
export function parseDownloadPath(path: string): DownloadPath | undefined {
  if (!path.startsWith(prefix) || !path.endsWith("/")) return undefined;
  const [integrator = "", ref = "", ...rest] = path.slice(prefix.length, -1).split("/");
  return rest.length === 0 && segment.test(integrator) && segment.test(ref) ? { integrator, ref } : undefined;
}

/** The id in `/v/t{id}`, the path of a file that a WhatsApp user sent (interop fact 85); undefined for any other path. */
export function parseUserMediaPath(path: string): string | undefined {
  const id = path.startsWith(userPrefix) ? path.slice(userPrefix.length) : "";
  return userId.test(id) ? id : undefined;
}
