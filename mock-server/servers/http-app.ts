import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { refuseRequest } from "../http/exchange.js";
import { enlistmentServer, type EnlistmentServerDeps } from "./enlistment/server.js";
import { keysServer, type KeysServerDeps } from "./keys/server.js";
import { linkingServer, type LinkingServerDeps } from "./linking/server.js";
import { uploadServer, type UploadServerDeps } from "./media/uploads.js";

/** The beginning of the path of Meta's key set. */
const wellKnown = "/.well-known/";

export interface HttpServersDeps {
  readonly enlistment: EnlistmentServerDeps;
  readonly keys: KeysServerDeps;
  readonly uploads: UploadServerDeps;
  /** Replaces enlistment where accounts are linked devices. */
  readonly linking?: LinkingServerDeps;
}

/** Several servers as one HTTP application; any other path is 404. */
export function httpApp({ enlistment, keys, uploads, linking }: HttpServersDeps): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.use(linking === undefined ? enlistmentServer(enlistment) : linkingServer(linking));
  app.use(keysServer(keys)).use(uploadServer(uploads));
  app.use((request: Request, response: Response) => {
    refuseRequest(keys, serverOf(request.path), request, response, { status: 404 });
  });
  app.use(answerFailure);
  return app;
}

/** The address of the media host has no path, so a path that no server knows is one of a file. */
function serverOf(path: string): "keys" | "media" {
  return path.startsWith(wellKnown) ? "keys" : "media";
}

/** Express recognises a handler of errors by its four parameters. Errors are broken requests or defects of the harness. */
function answerFailure(thrown: unknown, _request: Request, response: Response, _next: NextFunction): void {
  if (response.headersSent) response.destroy();
  else response.status(isClientError(thrown) ? thrown.status : 500).end();
}

function isClientError(thrown: unknown): thrown is { readonly status: number } {
  if (typeof thrown !== "object" || thrown === null || !("status" in thrown)) return false;
  const { status } = thrown;
  return typeof status === "number" && status >= 400 && status < 500;
}
