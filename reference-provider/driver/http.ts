import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Driver } from "./driver.js";

const maximumBodyBytes = 192 * 1024 * 1024;

export interface DriverServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The driver over HTTP: one POST, one answer. Listens on the loopback interface; port 0 takes a free one. */
export async function serveHttp(driver: Driver, port: number): Promise<DriverServer> {
  const server = createServer((request, response) => void serve(driver, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    // A listening TCP server has an address of this shape.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(driver: Driver, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (driver.hangsUp) {
    request.socket.destroy();
    return;
  }
  if (request.method !== "POST") {
    response.writeHead(405, { allow: "POST" }).end();
    return;
  }
  const body = await readText(request);
  if (body === undefined) {
    response.writeHead(413).end();
    return;
  }
  const answer = await driver.answer(body);
  if (answer === undefined) response.writeHead(204).end();
  else response.writeHead(200, { "content-type": "application/json" }).end(answer);
}

/** Undefined for a body that is too long, or that broke off. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maximumBodyBytes) return undefined;
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString("utf8");
}
