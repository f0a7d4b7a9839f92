import { fromHex } from "../../core/bytes.js";
import type { MockServerErrorCode } from "../../mock-server/side/errors.js";
import { rawWebSocket } from "../../mock-server/servers/chat/testing/chat-client.js";
import { fromTraceNode } from "../../mock-server/servers/chat/trace-form.js";
import { type MetaEndpoint, type MetaEndpointOptions, startMetaEndpoint } from "../../mock-server/index.js";
import { matcherOf } from "../../mock-server/predicate/matcher.js";
import { startRig, testProfile } from "../../mock-server/testing/rig.js";
import { node } from "../../protocol/stanza/node.js";
import { example, type Examples, type Told } from "./example.js";

/** An endpoint for one example. */
export async function withMeta<Result>(
  use: (meta: MetaEndpoint) => Result | Promise<Result>,
  options: Partial<MetaEndpointOptions> = {},
): Promise<Result> {
  const meta = await startMetaEndpoint({ profile: testProfile(), seed: "examples", ...options });
  try {
    return await use(meta);
  } finally {
    await meta.close();
  }
}

const impatient = testProfile({ channel: { handshakeTimeoutMs: 200 } });
const hello = fromHex("57410603");

/** Why the last handshake failed, as the trace has it. */
function failureIn({ journal }: MetaEndpoint): Told | undefined {
  const entry = journal.entries.findLast(({ kind }) => kind === "handshake");
  if (entry?.kind !== "handshake") return undefined;
  const { code, message } = entry.fields ?? {};
  return typeof code === "string" && typeof message === "string" ? { code, message } : undefined;
}

/** What the trace says about a client that begins with these messages. */
function connected(...messages: readonly (Uint8Array | string)[]): Promise<Told | undefined> {
  return withMeta(
    async (meta) => {
      const client = await rawWebSocket(meta.endpoints.chatUrl);
      for (const message of messages) client.write(message);
      await client.closed;
      return failureIn(meta);
    },
    { profile: impatient },
  );
}

/** The innermost condition lies so deep. */
function nested(depth: number): object {
  return depth === 0 ? { kind: "login" } : { $not: nested(depth - 1) };
}

export const mockServer: Examples<MockServerErrorCode> = {
  "pairing-unknown": example("A code is scanned that no client shows", () =>
    withMeta(async (meta) => {
      const key = Buffer.alloc(32).toString("base64");
      return meta.pair((await meta.user()).jid, `1@ref,${key},${key},${key}`);
    }),
  ),
  "unknown-fault": example("A fault is misspelt", () =>
    withMeta((meta) => meta.arm({ fault: "login-failur" as "login-failure" })),
  ),
  "bad-fault-parameter": example("Padding of 99 bytes is asked for", () =>
    withMeta((meta) => meta.arm({ fault: "padding-length", params: { length: 99 } })),
  ),
  "unsupported-profile-value": example("The profile asks for no encryption at all", () =>
    withMeta(() => undefined, { profile: testProfile({ channel: { noise: "off" } }) }),
  ),
  "bad-stanza-json": example("Bytes of a stanza are in hexadecimal", () =>
    fromTraceNode({ tag: "enc", attrs: {}, bytes: "3a:05" }),
  ),
  "bad-tenant-id": example("A tenant is named as people are", () => withMeta((meta) => meta.tenant({ id: "Ada L." }))),
  "tenant-exists": example("Two test files name their tenant alike", () =>
    withMeta(async (meta) => {
      await meta.tenant({ id: "chat" });
      return meta.tenant({ id: "chat" });
    }),
  ),
  "too-many-tenants": example("Tests leave their tenants behind", () =>
    withMeta(async (meta) => {
      for (let count = 0; count <= 256; count++) await meta.tenant();
    }),
  ),
  "bad-predicate": example("A predicate nests too deep", () => matcherOf(nested(30) as never)),
  "handshake-timeout": example("A client sends the header, and waits", () => connected(hello)),
  "repeated-header": example("A client puts the header before each frame", () => connected(hello, hello)),
  "text-message": example("A client sends text", () => connected("hello")),
  "backlog-exceeded": example("A client sends 70 stanzas before it is told that it is logged in", async () => {
    // The token is judged by a key set that has to be fetched first.
    const rig = await startRig({ keySet: { cacheSeconds: 0 } });
    try {
      const client = await rig.connect(await rig.enlist("ada"));
      for (let id = 0; id < 70; id++) client.send(node("iq", { id: `${id}`, type: "get", xmlns: "w:p" }));
      await client.closed;
      return failureIn(rig.meta);
    } finally {
      await rig.close();
    }
  }),
};
