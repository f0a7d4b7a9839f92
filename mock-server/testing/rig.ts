import { concat, utf8 } from "../../core/bytes.js";
import type { MovableClock } from "../../core/clock.js";
import { builtInProfile } from "../../profiles/built-in.js";
import type { Profile } from "../../profiles/profile.js";
import { encodeEnlistment } from "../../protocol/enlistment/request.js";
import type { ClientPayload } from "../../protocol/noise/client-payload.js";
import { generateKeyPair, type KeyPair } from "../../protocol/noise/keys.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { sign } from "../../protocol/xeddsa/xeddsa.js";
import { systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { startMetaEndpoint } from "../endpoint/endpoint.js";
import type { MetaEndpoint } from "../endpoint/options.js";
import { identityNodes, preKeyNode, signedPreKeyNode } from "../engine/key-bytes.js";
import type { EnlistedAccount } from "../engine/types.js";
import { type ChatClient, chatClient, rawTcp, rawWebSocket } from "../servers/chat/testing/chat-client.js";
import { type IntegratorHost, integratorHost } from "./integrator-host.js";

/** A provider's user of a test: enlisted over HTTP, with everything that its client knows. */
export interface Enlisted extends Omit<EnlistedAccount, "authKey"> {
  readonly staticKey: KeyPair;
}

/** A running endpoint with a provider's server side, and users who enlist and log in over real sockets. */
export interface Rig {
  readonly meta: MetaEndpoint;
  readonly integrator: IntegratorHost;
  enlist(userId: string): Promise<Enlisted>;
  payload(user: Enlisted, change?: ClientPayload): Promise<ClientPayload>;
  connect(user: Enlisted, change?: ClientPayload): Promise<ChatClient>;
  connectTcp(user: Enlisted): Promise<ChatClient>;
  close(): Promise<void>;
}

export type ProfileChange = { readonly [Area in keyof Profile]?: Partial<Profile[Area]> };

export function testProfile(change: ProfileChange = {}): Profile {
  const { profile } = builtInProfile("whatsapp");
  const areas = Object.entries(change).map(([area, values]) => [
    area,
    { ...(profile[area as keyof Profile] as object), ...(values as object) },
  ]);
  return { ...profile, ...(Object.fromEntries(areas) as Partial<Profile>) };
}

export async function startRig(change: ProfileChange = {}): Promise<Rig> {
  const profile = testProfile(change);
  const [meta, integrator] = await Promise.all([
    startMetaEndpoint({ profile, seed: "rig" }),
    integratorHost(profile, systemClock.now),
  ]);
  meta.integrator(integrator.integrator);

  const enlist = (userId: string): Promise<Enlisted> => enlistAt(meta.endpoints.enlistUrl, integrator, userId);
  const payload = (user: Enlisted, payloadChange?: ClientPayload): Promise<ClientPayload> =>
    payloadFor(user, integrator, payloadChange);

  const { rootKey, chatUrl } = meta.endpoints;
  return {
    meta,
    integrator,
    enlist,
    payload,
    connect: async (user, payloadChange) =>
      chatClient(await rawWebSocket(chatUrl), {
        staticKey: user.staticKey,
        rootKey,
        payload: await payload(user, payloadChange),
      }),
    connectTcp: async (user) =>
      chatClient(await rawTcp(meta.chatTcpPort), { staticKey: user.staticKey, rootKey, payload: await payload(user) }),
    async close() {
      await Promise.all([meta.close(), integrator.host.close()]);
    },
  };
}

/** Enlists a user over HTTP, as the client of a provider does. */
export async function enlistAt(enlistUrl: string, integrator: IntegratorHost, userId: string): Promise<Enlisted> {
  const staticKey = generateKeyPair(systemRandom);
  const keys = freshKeys();
  const token = await integrator.token(userId);
  const body = encodeEnlistment({ authKey: staticKey.publicKey, identityKey: keys.identity, ...keys, token });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await fetch(enlistUrl, { method: "POST", headers, body });
  const { login } = (await response.json()) as { readonly login: string };
  return { login, userId, staticKey, ...keys };
}

/** What a client says of itself at the end of the handshake, with a fresh token. */
export async function payloadFor(
  user: Enlisted,
  integrator: IntegratorHost,
  change: ClientPayload = {},
): Promise<ClientPayload> {
  const accountId = Number(/-(\d+)@/.exec(user.login)?.[1]);
  const token = utf8(await integrator.token(user.userId));
  return {
    product: 2,
    passive: false,
    pull: true,
    interopData: { accountId, token, enableReadReceipts: true },
    ...change,
  };
}

/** Keys with a good signature, without a Signal account behind them. */
export function freshKeys(): Pick<EnlistedAccount, "identity" | "registrationId" | "signedPreKey"> {
  const identity = generateKeyPair(systemRandom);
  const { publicKey } = generateKeyPair(systemRandom);
  const signed = concat(Uint8Array.of(5), publicKey);
  const signature = sign(identity.privateKey, signed, systemRandom.bytes(64));
  return { identity: identity.publicKey, registrationId: 77, signedPreKey: { id: 1, publicKey, signature } };
}

/** An upload of one-time pre-keys with the ids 1 to `count`. */
export function uploadStanza(user: ReturnType<typeof freshKeys>, count: number, id = "upload"): StanzaNode {
  const keys = Array.from({ length: count }, (_, index) =>
    preKeyNode({ id: index + 1, publicKey: systemRandom.bytes(32) }),
  );
  return node("iq", { id, to: "s.whatsapp.net", type: "set", xmlns: "encrypt" }, [
    ...identityNodes(user),
    node("list", {}, keys),
    signedPreKeyNode(user.signedPreKey),
  ]);
}

export function messageStanza(id: string, to: string, bytes: Uint8Array = Uint8Array.of(1, 2, 3)): StanzaNode {
  return node("message", { id, to, type: "text" }, [node("enc", { v: "2", type: "msg" }, bytes)]);
}

/** A clock for tests that moves only by `advance`. */
export function stillClock(start = 1_750_000_000_000): MovableClock {
  let time = start;
  return {
    now: () => time,
    monotonic: () => time - start,
    after: () => ({ cancel: () => undefined }),
    advance(ms) {
      time += ms;
    },
  };
}
