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

/** Calls `post` with each body, so many at a time. */
async function all<Item>(items: readonly Item[], atOnce: number, use: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const work = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await use(item);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

const numbers = Array.from({ length: 10_000 }, (_, at) => at);
const keys = freshKeys();
const authKey = generateKeyPair(systemRandom).publicKey;
const bodyWith = (token: string): string => encodeEnlistment({ authKey, identityKey: keys.identity, ...keys, token });

test("ten thousand enlistments with a forged token bring no account, and the next user enlists", async () => {
  const [head = "", , signature = ""] = (await rig.integrator.token("victim")).split(".");
  const reasons = new Set<string>();
  await all(numbers, 50, async (number) => {
    const claims = Buffer.from(JSON.stringify({ iss: "conformance", sub: `user-${number}` })).toString("base64url");
    reasons.add(JSON.stringify((await post(bodyWith(`${head}.${claims}.${signature}`))).reply));
  });
  expect([...reasons]).toEqual([expect.stringContaining('"status":"fail"')]);
  expect((await rig.enlist("honest")).login).toMatch(/@interop$/);
});

test("the same good enlistment a thousand times is one account", async () => {
  const body = bodyWith(await rig.integrator.token("again"));
  const logins = new Set<unknown>();
  await all(numbers.slice(0, 1000), 20, async () => void logins.add(JSON.stringify((await post(body)).reply)));
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
  ["a thousand tokens", (token: string) => `${bodyWith(token)}${`&token=${token}`.repeat(30)}`],
  ["a thousand arguments", (token: string) => `${bodyWith(token)}${"&a=b".repeat(1000)}`],
  ["a token of 12 KiB", () => bodyWith(`e30.${"A".repeat(12_000)}.AAAA`)],
  ["percent signs", () => `token=${"%".repeat(10_000)}`],
  ["bytes that are not UTF-8", () => `e_ident=${"%ff%fe".repeat(2000)}`],
])("%s are refused in JSON", async (_, body) => {
  const answer = await post(body(await rig.integrator.token("odd")));
  expect([answer.status, answer.reply]).toEqual([200, expect.objectContaining({ status: "fail" })]);
});
