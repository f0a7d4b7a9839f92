import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { renderSVG } from "uqr";
import { fromBase64, toHex } from "../../core/bytes.js";
import { isRecord } from "../../core/is-record.js";
import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import { reasonOf } from "../../core/coded-error.js";
import { pageHeaders } from "../../mock-server/http/page-headers.js";
import { CliError } from "../errors.js";
import type { Answer } from "./card.js";
import type { Desk } from "./desk.js";
import { type Kept, largestPicture } from "./pictures.js";
import type { View } from "./view.js";

/** The page on which a person sees the steps. On loopback only, below a path that no one can guess. */
export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface PageDeps {
  readonly desk: Desk;
  readonly random: Random;
  readonly clock: Clock;
  view(): View;
  /** Resolves when the view has another version than this one, or after a while. */
  next(version: number): Promise<void>;
  leave(): void;
  /** Keeps a picture for the card that waits. */
  picture(bytes: Uint8Array, about: string): Promise<Kept>;
}

const root = new URL("../../", import.meta.url);
/** The files of the page, by their place in the project, so that its imports hold. */
const files: ReadonlyMap<string, string> = new Map([
  ["cli/manual/page/index.html", "text/html; charset=utf-8"],
  ["cli/manual/page/manual.css", "text/css; charset=utf-8"],
  ["cli/manual/page/main.js", "text/javascript; charset=utf-8"],
  ["mock-server/servers/inspector/page/dom.js", "text/javascript; charset=utf-8"],
  ["mock-server/servers/inspector/page/icon.svg", "image/svg+xml"],
]);
const indexFile = "cli/manual/page/index.html";

const headers = { ...pageHeaders, "cache-control": "no-store" };

/** For answers that are on their way when the run ends. */
const graceMs = 1000;

/** @throws CliError `cannot-listen`. */
export async function servePage(deps: PageDeps): Promise<PageServer> {
  const secret = toHex(deps.random.bytes(16));
  const server = createServer((request, response) => {
    serve(deps, `/${secret}/`, request, response).catch((thrown: unknown) => {
      if (!response.headersSent) send(response, 500, "text/plain; charset=utf-8", reasonOf(thrown));
      else response.destroy();
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/${secret}/${indexFile}`,
    close: () =>
      new Promise((resolve) => {
        // A browser keeps connections open that it does not use.
        const timer = deps.clock.after(graceMs, () => server.closeAllConnections());
        server.close(() => {
          timer.cancel();
          resolve();
        });
      }),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      const message = `Serving the page of --manual on 127.0.0.1: ${cause.message}; wanted a free port; try again`;
      reject(new CliError("cannot-listen", message, { cause }));
    });
    server.listen({ host: "127.0.0.1", port: 0 }, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

async function serve(deps: PageDeps, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = "", method = "" } = request;
  // Other pages of the same browser can reach this port by another name, and can send forms to it.
  if (!isOwn(request)) return send(response, 403, "text/plain; charset=utf-8", "Wanted the page's own address");
  if (!url.startsWith(base)) return notFound(response);
  const [path = "", query = ""] = url.slice(base.length).split("?");
  const type = files.get(path);
  if (method === "GET" && type !== undefined) {
    return send(response, 200, type, await readFile(fileURLToPath(new URL(path, root))));
  }
  switch (`${method} ${path}`) {
    case "GET view":
      await deps.next(Number(new URLSearchParams(query).get("after")));
      return send(response, 200, "application/json", JSON.stringify(deps.view()));
    case "GET code.svg":
      return sendCode(deps.desk, new URLSearchParams(query).get("value"), response);
    case "GET file":
      return sendFile(deps.desk, response);
    case "POST answer":
      return takeAnswer(deps.desk, request, response);
    case "POST picture":
      return takePicture(deps, Number(new URLSearchParams(query).get("card")), request, response);
    case "POST leave":
      deps.leave();
      return send(response, 200, "application/json", "{}");
    default:
      return notFound(response);
  }
}

function isOwn({ headers: given, socket, method }: IncomingMessage): boolean {
  const hosts = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  const { host = "", origin } = given;
  if (!hosts.includes(host)) return false;
  return method === "GET" ? origin === undefined || origin === `http://${host}` : origin === `http://${host}`;
}

/** As a code for the camera of a phone: a value of the card that waits, by its position. */
function sendCode(desk: Desk, position: string | null, response: ServerResponse): void {
  const found = desk.card?.card.values[Number(position)];
  if (found?.scan !== true) return notFound(response);
  send(response, 200, "image/svg+xml", renderSVG(found.value));
}

function sendFile(desk: Desk, response: ServerResponse): void {
  const file = desk.card?.card.file;
  const bytes = file && fromBase64(file.data);
  if (file === undefined || bytes === undefined) return notFound(response);
  response.setHeader("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  // Not as its own type: the browser must only store it.
  send(response, 200, "application/octet-stream", bytes);
}

const longestBody = 64 * 1024;

async function takeAnswer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await body(request, longestBody);
  const given = bytes && readAnswer(bytes.toString("utf8"));
  const problem = given === undefined ? "Wanted number, choice and fields" : desk.answer(given.number, given.answer);
  if (problem === undefined) send(response, 200, "application/json", "{}");
  else send(response, 409, "application/json", JSON.stringify({ problem }));
}

async function takePicture(
  { desk, picture }: PageDeps,
  number: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = await body(request, largestPicture);
  const answered = (status: number, value: Kept): void =>
    send(response, status, "application/json", JSON.stringify(value));
  if (bytes === undefined) return answered(413, { problem: `Found more than ${largestPicture} bytes` });
  const { card } = desk;
  if (card?.number !== number || card.card.takesPicture !== true)
    return answered(409, { problem: "This step is over" });
  const kept = await picture(bytes, card.card.title);
  answered("file" in kept ? 200 : 409, kept);
}

/** Undefined when it is longer than this; the rest is read and dropped, so that the answer arrives. */
async function body(request: IncomingMessage, longest: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= longest) chunks.push(chunk);
  }
  return size > longest ? undefined : Buffer.concat(chunks);
}

function readAnswer(text: string): { readonly number: number; readonly answer: Answer } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { number, choice, fields } = value;
  if (typeof number !== "number" || typeof choice !== "string" || !isRecord(fields)) return undefined;
  const texts = Object.entries(fields).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return { number, answer: { choice, fields: Object.fromEntries(texts) } };
}

function notFound(response: ServerResponse): void {
  send(response, 404, "text/plain; charset=utf-8", "Nothing is here");
}

function send(response: ServerResponse, status: number, type: string, content: string | Uint8Array): void {
  response.writeHead(status, { ...headers, "content-type": type });
  response.end(content);
}
