import type { ServerResponse } from "node:http";
import type { MediaSink } from "./fetcher.js";
import type { ResponseHead } from "./response-head.js";

/** What of the provider's answer concerns the client. Cookies, names of servers and the like stay behind. */
const relayed = ["content-length", "content-type", "content-range", "accept-ranges", "etag", "last-modified"];
/** Other statuses are between Meta and the provider. */
const plainStatuses: ReadonlySet<number> = new Set([200, 206, 304, 403, 404, 410, 416]);

/** Sends the provider's answer on to the client that asked for it. */
export function relaySink(response: ServerResponse): MediaSink {
  let skipped = false;
  return {
    head({ status, headers }: ResponseHead) {
      skipped = !plainStatuses.has(status);
      const kept = relayed.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]] as const]));
      if (skipped) response.writeHead(502);
      else response.writeHead(status, Object.fromEntries(kept));
    },
    body(bytes, taken) {
      if (skipped || response.destroyed) taken();
      // Also called when the client is gone.
      else response.write(bytes, () => taken());
    },
  };
}
