import { createServer } from "node:http";
import { expect, test } from "@jest/globals";
import { WebSocket, WebSocketServer } from "ws";
import { listen, stopListening } from "../../http/listen.js";
import { binaryMessage } from "./pipe.js";

test("ws reads our messages as its own, at every width of the length", async () => {
  const sizes = [0, 1, 125, 126, 65_535, 65_536, 70_000];
  const payloads = sizes.map((size) => Buffer.alloc(size, size % 251));
  const http = createServer();
  const server = new WebSocketServer({ noServer: true });
  http.on("upgrade", (request, socket, head) => {
    server.handleUpgrade(request, socket, head, (webSocket) => {
      for (const payload of payloads) socket.write(binaryMessage(payload));
      webSocket.close(1000);
    });
  });
  const port = await listen(http, "127.0.0.1", 0);
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  const received: unknown[] = [];
  client.on("message", (data, isBinary) => received.push(isBinary ? data : "text"));
  expect(await new Promise((resolve) => client.on("close", resolve))).toBe(1000);
  await stopListening(http);
  expect(received).toEqual(payloads);
});
