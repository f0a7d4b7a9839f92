import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { inFolder, interop } from "../support/interop.js";

type Behaviour = (request: IncomingMessage, response: ServerResponse, call: Call) => void;
interface Call {
  readonly id: number;
  readonly method: string;
}

const description = { protocol: 1, name: "remote", version: "1", capabilities: ["text"] };
const result = ({ id }: Call, value: unknown): string => JSON.stringify({ jsonrpc: "2.0", id, result: value });
const bomb = gzipSync(Buffer.alloc(300 * 2 ** 20, "{},"), { level: 1 });

/** Answers as a good driver up to `provider.configure`, which says that its servers are at `url`. */
const configured =
  (url: string): Behaviour =>
  (_request, response, call) => {
    const endpoints = { jwks: `${url}/keys`, media: `${url}/media`, push: `${url}/push` };
    response.end(result(call, call.method === "provider.configure" ? { endpoints } : description));
  };

/** What the driver does, and what the harness says of it. The run always ends with 4. */
const attacks: Readonly<Record<string, readonly [Behaviour, string]>> = {
  "300 MiB packed into 1.5 MiB": [
    (_request, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
    "it exceeds",
  ],
  "a body that is said to be packed, and is not": [
    (_request, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end("{}"),
    "Cannot reach the provider's driver",
  ],
  "a redirect to another host": [
    (_request, response) => void response.writeHead(307, { location: "http://169.254.169.254/" }).end(),
    "Cannot reach the provider's driver",
  ],
  "the answer to another call": [
    (_request, response, call) => void response.end(result({ ...call, id: call.id + 1 }, description)),
    "wanted 1",
  ],
  HTML: [(_request, response) => void response.end("<html>login</html>"), "wanted one JSON-RPC 2.0 object"],
  "an end in the middle": [
    (request, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("{", () => request.socket.destroy());
    },
    "Cannot reach the provider's driver",
  ],
  "ten thousand headers": [
    (request) => {
      request.socket.end(`HTTP/1.1 200 OK\r\n${"x: y\r\n".repeat(10_000)}\r\n`);
    },
    "Cannot reach the provider's driver",
  ],
  "drops, without end": [
    (_request, response) => {
      response.writeHead(200);
      response.write("{");
    },
    "No answer to provider.describe within",
  ],
  "servers in the network of the person who tests": [
    configured("http://10.0.0.1"),
    "endpoints.jwks is on the host 10.0.0.1",
  ],
  "servers that are files": [configured("file:///etc"), "endpoints.jwks is on no host"],
};

let behave: Behaviour = () => undefined;
const server = createServer((request, response) => {
  const parts: string[] = [];
  request.setEncoding("utf8").on("data", (text: string) => parts.push(text));
  request.on("end", () => behave(request, response, JSON.parse(parts.join("")) as Call));
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/driver`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each(Object.entries(attacks))(
  "a remote driver that answers with %s ends the run",
  async (_, [behaviour, says]) => {
    behave = behaviour;
    await inFolder(async (folder) => {
      const { code, stdout, stderr } = await interop(
        "run",
        "m1-identity/key-form",
        "--url",
        url,
        "--out",
        folder,
        "--timeout",
        "5000",
      );
      expect([code, (stdout + stderr).replaceAll(/\s+/g, " ")]).toEqual([4, expect.stringContaining(says)]);
      expect(stdout + stderr).not.toMatch(/please report|\n\s+at /);
    });
  },
);
