import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { TraceEntry } from "../../../harness/model/trace.js";
import type { FaultRequest } from "../../../harness/ports/faults.js";
import { systemClock } from "../../../runtime/system-clock.js";
import { iq } from "../../testing/engine-bench.js";
import { type Enlisted, type Rig, startRig } from "../../testing/rig.js";
import { type ChatClient, rawWebSocket } from "./testing/chat-client.js";

let rig: Rig;
let ada: Enlisted;

beforeAll(async () => {
  rig = await startRig();
  ada = await rig.enlist("ada");
});
afterEach(() => rig.meta.reset().then(async () => void (ada = await rig.enlist("ada"))));
afterAll(() => rig.close());

async function loggedIn(transport: "connect" | "connectTcp" = "connect"): Promise<ChatClient> {
  const client = await rig[transport](ada);
  await client.take("success");
  return client;
}

function lastApplied(): unknown {
  return rig.meta.journal.entries.filter((entry) => entry.kind === "fault" && entry.event === "applied").at(-1);
}

test.each(["connect", "connectTcp"] as const)("latency holds from the first byte on (%s)", async (transport) => {
  rig.meta.arm({ fault: "chat-latency", params: { ms: 40 } });
  const began = systemClock.monotonic();
  const client = await loggedIn(transport);
  // ClientHello, ServerHello, ClientFinish and success follow each other. Timers may fire a little early.
  expect(systemClock.monotonic() - began).toBeGreaterThan(4 * 38);
  expect(lastApplied()).toMatchObject({ fault: "chat-latency", connection: expect.stringMatching(/^c\d+$/) });
  client.end();
});

test.each<FaultRequest>([
  { fault: "chat-bandwidth", params: { bytesPerSecond: 20_000 } },
  { fault: "chat-loss", params: { percent: 30, stallMs: 2 } },
])("stanzas arrive in order under %j", async (fault) => {
  rig.meta.arm(fault);
  const client = await loggedIn();
  const ids = Array.from({ length: 20 }, (_, index) => `p${index}`);
  for (const id of ids) client.send(iq("get", "w:p", undefined, id));
  const answered: (string | undefined)[] = [];
  for (const _ of ids) answered.push((await client.take("iq")).attrs["id"]);
  expect(answered).toEqual(ids);
  client.end();
});

test("a line that loses everything breaks, and the journal does not blame the client", async () => {
  rig.meta.arm({ fault: "chat-loss", params: { percent: 100, stallMs: 1 } });
  const after = rig.meta.journal.last;
  const raw = await rawWebSocket(rig.meta.endpoints.chatUrl);
  raw.write(Uint8Array.of(0x57, 0x41, 6, 3));
  await raw.closed;
  const isEnd = (entry: TraceEntry): boolean => entry.kind === "connection" && entry.event === "closed";
  const closed = await rig.meta.journal.wait(isEnd, { ms: 10_000, after });
  expect(closed).toMatchObject({ by: "harness", reason: "line broken" });
  const client = await loggedIn();
  client.end();
});
