import type { IncomingMessage, ServerResponse } from "node:http";
import type { Random } from "../../../core/random.js";
import type { FaultBoard } from "../../faults/board.js";
import { directLine } from "../../faults/line.js";
import { parseDownloadPath, parseUserMediaPath } from "../../../protocol/media/paths.js";
import { refuseRequest } from "../../http/exchange.js";
import { withoutQuery } from "../../media/store.js";
import { type Outlet, directOutlet, shapedOutlet } from "./outlet.js";
import type { MediaSink } from "./fetcher.js";
import type { MediaProxy } from "./proxy.js";
import { serveStored, type StoredFilesDeps } from "./stored-files.js";

export interface MediaServerDeps extends StoredFilesDeps {
  readonly proxy: MediaProxy;
  readonly faults: Pick<FaultBoard, "apply">;
  readonly random: Random;
}

/** Meta's media host over HTTP. It comes before the application of the other servers, because its bodies are large. */
export interface MediaServer {
  /** False when the request is for another server. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
}

export function createMediaServer(deps: MediaServerDeps): MediaServer {
  function download(path: string, request: IncomingMessage, response: ServerResponse): void {
    const { method, headers } = request;
    if (method !== "GET" && method !== "HEAD") {
      return refuseRequest(deps, "media", request, response, { status: 405, headers: { allow: "GET, HEAD" } });
    }
    const { range } = headers;
    const asked = range === undefined ? {} : { range };
    if (deps.proxy.locate(path) === undefined) return refuseRequest(deps, "media", request, response, { status: 404 });
    const outlet = outletOf(response);
    const fetched = deps.proxy.fetch(path, { method, headers: asked }, relayTo(outlet));
    response.on("close", () => {
      if (!response.writableFinished) fetched?.abort("http-reader-gone");
    });
    void fetched?.outcome.then(({ head, failure }) => {
      if (failure !== undefined && head !== undefined) return outlet.destroy();
      if (failure !== undefined) outlet.writeHead(failure.code === "http-timed-out" ? 504 : 502);
      outlet.end();
    });
  }

  function outletOf(response: ServerResponse): Outlet {
    const { faults, clock, random } = deps;
    const plan = faults.apply("media-network", directLine, {});
    return plan === directLine ? directOutlet(response) : shapedOutlet(response, { plan, clock, random });
  }

  return {
    serve(request, response) {
      // Ordinary clients add a query that only Meta's own hosts read.
      const path = withoutQuery(request.url ?? "");
      if (parseDownloadPath(path) !== undefined) download(path, request, response);
      else if (parseUserMediaPath(path) !== undefined) serveStored(deps, path, request, outletOf(response));
      else return false;
      return true;
    },
  };
}

/** Headers of the provider's answer that the client gets. Cookies, names of servers and the like are left out. */
const relayedHeaders = ["content-length", "content-type", "content-range", "accept-ranges", "etag", "last-modified"];
/** Other statuses are a matter between Meta and the provider. */
const relayedStatuses: ReadonlySet<number> = new Set([200, 206, 304, 403, 404, 410, 416]);

/** Passes the provider's answer on to the client that asked for it. */
function relayTo(outlet: Outlet): MediaSink {
  let skipped = false;
  return {
    head({ status, headers }) {
      skipped = !relayedStatuses.has(status);
      const kept = relayedHeaders.flatMap((name) =>
        headers[name] === undefined ? [] : [[name, headers[name]] as const],
      );
      if (skipped) outlet.writeHead(502);
      else outlet.writeHead(status, Object.fromEntries(kept));
    },
    body(bytes, taken) {
      if (skipped || outlet.destroyed) taken();
      else outlet.write(bytes, taken);
    },
  };
}
