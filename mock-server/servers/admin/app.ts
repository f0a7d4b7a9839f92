import { createHash, timingSafeEqual } from "node:crypto";
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from "express";
import { inspectorServer } from "../inspector/server.js";
import { type AnyContract, namesTenant, pathsOf } from "./contract/contract.js";
import { contracts, type OperationId } from "./contract/index.js";
import { AdminError, problemOf } from "./contract/problems.js";
import type { AdminContext, Call, TextAnswer } from "./handlers/handler.js";
import { handlers } from "./handlers/index.js";
import type { Tenant } from "./handlers/tenant.js";
import { requestReader } from "./request.js";

/** The admin API as an HTTP application: token, then schema, then the operation; refusals are RFC 9457 problems. */
export function adminApp(context: AdminContext, token: string): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.use("/v1", demandToken(token));
  const methods = new Map<string, string[]>();
  for (const { contract, handler } of operations) {
    for (const path of pathsOf(contract)) {
      app.route(expressPath(path))[contract.method](serve(context, { contract, handler }, path));
      methods.set(path, [...(methods.get(path) ?? []), contract.method.toUpperCase()]);
    }
  }
  app.use(inspectorServer());
  for (const [path, known] of methods) app.all(expressPath(path), refuseMethod(known));
  app.use((request: Request) => {
    throw new AdminError("unknown-path", `${request.method} ${request.path.slice(0, 200)}: found nothing there`);
  });
  app.use(answerProblem);
  return app;
}

interface Operation {
  readonly contract: AnyContract;
  readonly handler: (call: Call<unknown, unknown, unknown>) => unknown;
}

const operations: readonly Operation[] = Object.entries(contracts).map(([id, contract]) => ({
  contract,
  // A call is validated by the schemas of the contract that the handler was written for.
  handler: handlers[id as OperationId] as Operation["handler"],
}));

function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}

function demandToken(token: string): RequestHandler {
  const wanted = digest(token);
  return (request, response, next) => {
    const header = request.headers.authorization;
    const given = /^Bearer +(\S+) *$/i.exec(header ?? "")?.[1] ?? "";
    // Takes as long for a wrong token as for the right one.
    if (timingSafeEqual(digest(given), wanted)) return next();
    response.set("www-authenticate", 'Bearer realm="interop admin"');
    const found = header === undefined ? "no token" : "another token";
    throw new AdminError("unauthorised", `Authorise: found ${found}, wanted that of the manifest`);
  };
}

/** Has the same length for every text. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function refuseMethod(known: readonly string[]): RequestHandler {
  const allowed = known.join(", ");
  return (request, response) => {
    response.set("allow", allowed);
    throw new AdminError("wrong-method", `${request.method} ${request.path}: wanted ${allowed}`);
  };
}

function serve(context: AdminContext, { contract, handler }: Operation, path: string): RequestHandler {
  const reader = requestReader(contract, path);
  return async (request, response) => {
    if (context.closing() && contract.scope !== "open") throw closing();
    const { params, query, body } = await reader.read(request, response);
    const tenant = namesTenant(path) ? tenantIn(context, params) : context.tenants.first;
    const answer = await handler({ ...context, tenant, params, query, body, gone: goneSignal(response) });
    const { status, media } = contract.answer;
    response.status(status).set("cache-control", "no-store");
    // Handlers of contracts with a media type answer with text.
    if (media !== undefined) await sendText(response.type(media), answer as TextAnswer);
    else if (answer === undefined) response.end();
    else response.json(answer);
  };
}

function tenantIn({ tenants }: AdminContext, params: unknown): Tenant {
  const { tenant: id = "" } = params as { readonly tenant?: string };
  const tenant = tenants.get(id);
  if (tenant !== undefined) return tenant;
  throw new AdminError("not-found", `Look up tenant: found no "${id.slice(0, 60)}", wanted one of those listed`);
}

/** Aborted when the client goes before it has its answer. */
function goneSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Piece by piece, as fast as the client takes them. */
async function sendText(response: Response, answer: TextAnswer): Promise<void> {
  if (typeof answer === "string") return void response.end(answer);
  response.flushHeaders();
  for await (const piece of answer) {
    if (response.destroyed) return;
    if (!response.write(piece)) await drained(response);
  }
  response.end();
}

function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.on("drain", done).on("close", done);
  });
}

function closing(): AdminError {
  return new AdminError("closing", "Serve: found the endpoint closing, wanted it open");
}

/** Express recognises a handler of errors by its four parameters. */
function answerProblem(thrown: unknown, _request: Request, response: Response, _next: NextFunction): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const problem = problemOf(asProblem(thrown));
  response.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
}

/** Express itself refuses paths that are not well-formed. */
function asProblem(thrown: unknown): unknown {
  if (!(thrown instanceof URIError)) return thrown;
  return new AdminError("bad-request", `Read path of the request: ${thrown.message}`);
}
