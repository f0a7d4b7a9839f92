import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { type EnlistmentServerDeps, enlistmentRouter } from "./enlistment/router.js";
import { type KeysServerDeps, keysRouter } from "./keys/router.js";
import { type LinkingServerDeps, linkingRouter } from "./linking/router.js";
import { type UploadServerDeps, uploadRouter } from "./media/upload-router.js";

export interface HttpServersDeps {
  readonly enlistment: EnlistmentServerDeps;
  readonly keys: KeysServerDeps;
  readonly uploads: UploadServerDeps;
  /** In place of enlistment, where accounts are linked devices. */
  readonly linking?: LinkingServerDeps;
}

/** One HTTP application out of several servers; everything else is 404. */
export function httpApp(parts: HttpServersDeps): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag");
  const { enlistment, keys, uploads, linking } = parts;
  app.use(linking === undefined ? enlistmentRouter(enlistment) : linkingRouter(linking));
  app.use(keysRouter(keys)).use(uploadRouter(uploads));
  app.use((_request: Request, response: Response) => void response.status(404).end());
  app.use(answerFailure);
  return app;
}

/** Express tells a handler of errors by its four parameters. What reaches it is a broken request or a defect of ours. */
function answerFailure(thrown: unknown, _request: Request, response: Response, _next: NextFunction): void {
  if (response.headersSent) response.destroy();
  else response.status(isClientError(thrown) ? thrown.status : 500).end();
}

function isClientError(thrown: unknown): thrown is { readonly status: number } {
  if (typeof thrown !== "object" || thrown === null || !("status" in thrown)) return false;
  const { status } = thrown;
  return typeof status === "number" && status >= 400 && status < 500;
}
