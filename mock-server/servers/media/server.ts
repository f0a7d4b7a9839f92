import type { IncomingMessage, ServerResponse } from "node:http";
import { parseDownloadPath, parseUserMediaPath } from "../../../protocol/media/paths.js";
import { relaySink } from "./relay.js";
import type { MediaProxy } from "./proxy.js";
import { serveStored, type StoredServerDeps } from "./serve-stored.js";

export interface MediaServerDeps extends StoredServerDeps {
  readonly proxy: MediaProxy;
}

/** Meta's media host over HTTP. Stands before the application of the other servers: bodies here are large. */
export interface MediaServer {
  /** False when the request is for another server. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
}

export function createMediaServer(parts: MediaServerDeps): MediaServer {
  function download(path: string, request: IncomingMessage, response: ServerResponse): void {
    const { method, headers } = request;
    if (method !== "GET" && method !== "HEAD") return void response.writeHead(405, { allow: "GET, HEAD" }).end();
    const { range } = headers;
    const fetched = parts.proxy.fetch(
      path,
      { method, headers: range === undefined ? {} : { range } },
      relaySink(response),
    );
    if (fetched === undefined) return void response.writeHead(404).end();
    response.on("close", () => {
      if (!response.writableFinished) fetched.abort("http-reader-gone");
    });
    void fetched.outcome.then(({ head, failure }) => {
      if (failure === undefined) response.end();
      else if (head === undefined) response.writeHead(failure.code === "http-timed-out" ? 504 : 502).end();
      else response.destroy();
    });
  }

  return {
    serve(request, response) {
      // Ordinary clients put into the query what only Meta's own hosts care for.
      const [path = ""] = (request.url ?? "").split("?", 1);
      if (parseDownloadPath(path) !== undefined) download(path, request, response);
      else if (parseUserMediaPath(path) !== undefined) serveStored(parts, path, request, response);
      else return false;
      return true;
    },
  };
}
