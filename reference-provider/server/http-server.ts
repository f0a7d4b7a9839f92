import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler, type Request, type Response } from "express";
import type { Clock } from "../../core/clock.js";
import { CodedError } from "../../core/coded-error.js";
import { maxPushBytes, parsePush } from "../../protocol/push/push.js";
import { TokenError } from "../../protocol/token/errors.js";
import type { JsonObject } from "../../protocol/token/inspect.js";
import type { PushBehaviour } from "../behaviour/server.js";
import type { TlsFront } from "./tls-front.js";

export interface HttpServerDeps {
  readonly behaviour: PushBehaviour;
  readonly clock: Pick<Clock, "now">;
  readonly keySet: () => Promise<JsonObject>;
  readonly keySetHeaders: Readonly<Record<string, string>>;
  /** @throws CodedError when the token is not Meta's for this audience. */
  readonly verifyPush: (token: string, audience: string) => Promise<void>;
  /** Answers for the file that the path names. */
  readonly serveFile: (request: Request, response: Response) => void;
  /** What stands before it; nothing when absent. */
  readonly front?: (port: number) => Promise<TlsFront>;
  /** A user has something to fetch. */
  readonly wake: (user: string) => Promise<void>;
}

export interface HttpServer {
  /** PEM: what to trust at addresses with https. */
  readonly tlsCa?: string;
  readonly endpoints: { readonly jwks: string; readonly media: string; readonly push: string };
  close(): Promise<void>;
}

const jwksPath = "/.well-known/oauth/openid/jwks";
const pushPath = "/push";
const mediaPath = "/media";

/** The provider's server side, on a free port of the loopback interface. */
export async function startHttpServer(deps: HttpServerDeps): Promise<HttpServer> {
  const app = express();
  app.disable("x-powered-by");
  const server = app.listen(0, "127.0.0.1");
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  // A listening TCP server has an address of this shape.
  const { port } = server.address() as AddressInfo;
  const plain = `http://127.0.0.1:${port}`;
  const front = await deps.front?.(port);
  const base = front?.base ?? plain;

  app.get(jwksPath, async (_request, response) => {
    // As bytes: a text would have a charset added to its type.
    response.set(deps.keySetHeaders).send(Buffer.from(JSON.stringify(await deps.keySet())));
  });
  app.post(pushPath, express.text({ type: () => true, limit: maxPushBytes }), async (request, response) => {
    await receivePush(deps, base, request, response);
  });
  app.all(`${mediaPath}/:ref`, (request, response) => deps.serveFile(request, response));
  app.use((_request, response) => void response.status(404).end());
  app.use(quietly);

  return {
    endpoints: { jwks: base + jwksPath, media: base + mediaPath, push: base + pushPath },
    ...(front !== undefined && { tlsCa: front.ca }),
    async close() {
      await front?.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** Only Meta may wake users, or strangers could (interop fact 22). Meta's token names our base URL as its audience. */
async function receivePush(deps: HttpServerDeps, base: string, request: Request, response: Response): Promise<void> {
  const token = deps.behaviour.token(request.rawHeaders);
  try {
    await deps.behaviour.verify(
      token,
      (found) => deps.verifyPush(found, base),
      () => Math.floor(deps.clock.now() / 1000),
    );
    const push = parsePush(typeof request.body === "string" ? request.body : "");
    if (deps.behaviour.reconnects) {
      const woken = deps.wake(push.to);
      if (deps.behaviour.answersLate) await woken;
    }
    const { status, body } = deps.behaviour.answer;
    response.status(status).end(body);
  } catch (thrown) {
    if (!(thrown instanceof CodedError)) throw thrown;
    if (thrown instanceof TokenError) response.set("www-authenticate", "Bearer");
    response
      .status(thrown instanceof TokenError ? deps.behaviour.refusalStatus : thrown.code === "http-failed" ? 503 : 400)
      .end();
  }
}

/** Express would answer with a stack trace. Errors of the body parser name their status. */
const quietly: ErrorRequestHandler = (error: { status?: unknown }, _request, response, _next) => {
  response.status(typeof error.status === "number" ? error.status : 500).end();
};
