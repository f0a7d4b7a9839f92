import { afterEach, expect, test } from "@jest/globals";
import type { Clock } from "../../../core/clock.js";
import { systemClock } from "../../../runtime/system-clock.js";
import { startMetaEndpoint } from "../../endpoint/endpoint.js";
import type { MetaEndpoint } from "../../endpoint/options.js";
import { integratorHost } from "../../testing/integrator-host.js";
import { enlistAt, payloadFor, testProfile } from "../../testing/rig.js";
import { type ChatClient, chatClient, rawWebSocket } from "./testing/chat-client.js";

/** Told from all other times by its length. */
const firstFrameMs = 4711;
const profile = testProfile({ channel: { firstFrameMs } });

interface Rig {
  readonly meta: MetaEndpoint;
  readonly client: ChatClient;
  /** Lets the wait end. */
  readonly fire: () => void;
}

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A client that has sent its last handshake message, at a server that has checked it and waits. */
async function loggingIn(prepare: (meta: MetaEndpoint) => void = () => undefined): Promise<Rig> {
  let waiting: (fire: () => void) => void = () => undefined;
  const fired = new Promise<() => void>((resolve) => {
    waiting = resolve;
  });
  const clock: Clock = {
    ...systemClock,
    after(ms, fire) {
      if (ms !== firstFrameMs) return systemClock.after(ms, fire);
      let pending = true;
      waiting(() => pending && fire());
      return { cancel: () => void (pending = false) };
    },
  };
  const meta = await startMetaEndpoint({ profile, clock, seed: "first" });
  const integrator = await integratorHost(profile, systemClock.now);
  stops.push(
    () => meta.close(),
    () => integrator.host.close(),
  );
  meta.integrator(integrator.integrator);
  const { chatUrl, enlistUrl, rootKey } = meta.endpoints;
  const enlisted = await enlistAt(enlistUrl, integrator, "ada");
  const { staticKey } = enlisted;
  prepare(meta);
  const raw = await rawWebSocket(chatUrl);
  const client = await chatClient(raw, { staticKey, rootKey, payload: await payloadFor(enlisted, integrator) });
  return { meta, client, fire: await fired };
}

test("the server waits before its first encrypted frame, and takes what comes meanwhile", async () => {
  const { meta, client, fire } = await loggingIn();
  client.send({ tag: "iq", attrs: { id: "early", type: "get", xmlns: "w:p", to: "s.whatsapp.net" } });
  expect(meta.journal.entries.filter(({ kind }) => kind === "stanza")).toEqual([]);
  expect(client.sizes).toEqual([]);
  fire();
  expect(await client.take("success")).toBeDefined();
  expect(await client.take("iq", { id: "early" })).toMatchObject({ attrs: { type: "result" } });
});

test("the server waits before it refuses a login, too", async () => {
  const { client, fire } = await loggingIn((meta) => meta.arm({ fault: "login-failure" }));
  expect(client.sizes).toEqual([]);
  fire();
  expect(await client.take("failure")).toMatchObject({ attrs: { reason: "503" } });
});

test("a client that leaves meanwhile is not logged in", async () => {
  const { meta, client, fire } = await loggingIn();
  client.end();
  await meta.journal.wait((entry) => entry.kind === "connection" && entry.event === "closed", { ms: 10_000 });
  fire();
  await client.closed;
  expect(meta.journal.entries.filter(({ kind }) => kind === "stanza")).toEqual([]);
});
