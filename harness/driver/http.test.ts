import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import type { DriverError } from "./errors.js";
import { httpDriver } from "./http.js";

const servers: { close(): void; closeAllConnections(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A driver whose every answer is made of these chunks; without end when `ends` is false. */
async function driverOf(chunks: readonly string[], ends = true): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    for (const chunk of chunks) response.write(chunk);
    if (ends) response.end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function answerOf(url: string, maximumBytes?: number): Promise<string | DriverError> {
  const transport = httpDriver(url, maximumBytes);
  try {
    return await new Promise((resolve) => {
      transport.listen({ message: resolve, failed: resolve });
      transport.send("{}");
    });
  } finally {
    await transport.close();
  }
}

test("an answer is read to its end, however it comes", async () => {
  expect(await answerOf(await driverOf(['{"a":', '"é', '"}']))).toBe('{"a":"é"}');
  expect(await answerOf(await driverOf([]))).toBe("");
});

test("an answer above the limit is not waited for", async () => {
  const url = await driverOf(["x".repeat(100)], false);
  expect(await answerOf(url, 64)).toMatchObject({ code: "driver-line-too-long" });
});

test("a user and password in the URL are sent as Basic, and are in no message", async () => {
  let sent: string | undefined;
  const server = createServer((request, response) => {
    sent = request.headers.authorization;
    request.resume();
    response.writeHead(401).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const answer = await answerOf(`http://me:SEKR%40T@127.0.0.1:${(server.address() as AddressInfo).port}/?key=SEKRET`);
  expect(sent).toBe(`Basic ${Buffer.from("me:SEKR@T").toString("base64")}`);
  expect(String(answer)).toContain("HTTP status 401");
  expect(String(answer)).not.toContain("SEKR");
});
