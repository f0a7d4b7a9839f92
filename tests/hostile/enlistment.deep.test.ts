import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Rig, freshKeys, startRig } from "../../mock-server/testing/rig.js";
import { encodeEnlistment } from "../../protocol/enlistment/request.js";
import { generateKeyPair } from "../../protocol/noise/keys.js";
import { systemRandom } from "../../runtime/random.js";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

async function post(body: string): Promise<{ readonly status: number; readonly reply: unknown }> {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await fetch(rig.meta.endpoints.enlistUrl, { method: "POST", headers, body });
  return { status: response.status, reply: await response.json() };
}

/** Writes all requests to one connection, and reads until each has its answer. */
function answersTo(requests: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(rig.meta.endpoints.enlistUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  const parts: string[] = [];
  let answered = 0;
  return new Promise((resolve, reject) => {
    socket.setEncoding("latin1").on("error", reject);
    socket.on("data", (text: string) => {
      parts.push(text);
      answered += text.split("HTTP/1.1 ").length - 1;
      if (answered < requests.length) return;
      socket.end();
      socket.on("close", () => resolve(parts.join("")));
    });
    socket.write(requests.join(""));
  });
}

const numbers = Array.from({ length: 10_000 }, (_, at) => at);
const keys = freshKeys();
const authKey = generateKeyPair(systemRandom).publicKey;
const bodyWith = (token: string): string => encodeEnlistment({ authKey, identityKey: keys.identity, ...keys, token });

test("ten thousand enlistments with a forged token bring no account, and the next user enlists", async () => {
  const [head = "", , signature = ""] = (await rig.integrator.token("victim")).split(".");
  const request = (number: number): string => {
    const claims = Buffer.from(JSON.stringify({ iss: "conformance", sub: `user-${number}` })).toString("base64url");
    const token = `${head}.${claims}.${signature}`;
    // Verifying the signature of the keys costs most: one in twenty has keys.
    const body = number % 20 === 0 ? bodyWith(token) : `token=${token}`;
    const { pathname, host } = new URL(rig.meta.endpoints.enlistUrl);
    return `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  };
  // Over ten connections, without waiting for an answer before the next request.
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, part) => answersTo(numbers.filter((number) => number % 10 === part).map(request))),
  );
  const all = answers.join("");
  expect(all.match(/"status":"fail"/g)).toHaveLength(10_000);
  expect(all).not.toContain('"login"');
  expect((await rig.enlist("honest")).login).toMatch(/@interop$/);
});

test("the same good enlistment five hundred times is one account", async () => {
  const body = bodyWith(await rig.integrator.token("again"));
  const logins = new Set<unknown>();
  await Promise.all(numbers.slice(0, 500).map(async () => void logins.add(JSON.stringify((await post(body)).reply))));
  expect(logins.size).toBe(1);
});

test("a body beyond the limit is refused before the rest of it comes", async () => {
  const { hostname, port, pathname, host } = new URL(rig.meta.endpoints.enlistUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  const answered = new Promise<string>((resolve) => socket.once("data", (bytes) => resolve(bytes.toString())));
  socket.write(`POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000000000\r\n\r\n${"x".repeat(20_000)}`);
  expect(await answered).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i);
  socket.destroy();
});

test.each([
  ["ten tokens", (token: string) => `${bodyWith(token)}${`&token=${token}`.repeat(10)}`],
  ["a thousand key types", (token: string) => `${bodyWith(token)}${"&e_keytype=BQ".repeat(800)}`],
  ["a token of 12 KiB", () => bodyWith(`e30.${"A".repeat(12_000)}.AAAA`)],
  ["percent signs", () => `token=${"%".repeat(10_000)}`],
  ["bytes that are not UTF-8", () => `e_ident=${"%ff%fe".repeat(2000)}`],
])("%s are refused in JSON", async (_, body) => {
  const answer = await post(body(await rig.integrator.token("odd")));
  expect([answer.status, answer.reply]).toEqual([200, expect.objectContaining({ status: "fail" })]);
});
