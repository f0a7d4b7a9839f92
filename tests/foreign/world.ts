import { toBase64 } from "../../core/bytes.js";
import type { EntryKind, EntryOf, TraceEntry } from "../../harness/model/trace.js";
import { type ConsumerUser, type LinkedDevice, type MetaEndpoint, startMetaEndpoint } from "../../mock-server/index.js";
import { builtInProfile } from "../../profiles/built-in.js";
import { ForeignClient } from "./child.js";
import type { OpenClient } from "./clients.js";

/** The simulated service of ordinary clients, with whoever a test lets come in. */
export interface World {
  readonly meta: MetaEndpoint;
  readonly open: OpenClient;
  /** A client that was paired by its code, has come back with its account, and is open. */
  pairedClient(user: ConsumerUser): Promise<ForeignClient>;
  /** A client whose keys the server took as they were. */
  adoptedClient(user: ConsumerUser): Promise<ForeignClient>;
  /** The first entry of this kind that fits, already there or soon. */
  entry<Kind extends EntryKind>(kind: Kind, fits: (entry: EntryOf<Kind>) => boolean): Promise<EntryOf<Kind>>;
  close(): Promise<void>;
}

export async function startWorld(open: OpenClient): Promise<World> {
  const { profile } = builtInProfile("whatsapp-consumer");
  const meta = await startMetaEndpoint({ profile, seed: "foreign", tls: true });
  const clients: ForeignClient[] = [];
  const { chatUrl } = meta.endpoints;
  const { tlsCa } = meta.manifest();

  async function newClient(): Promise<ForeignClient> {
    const client = new ForeignClient(open, tlsCa ?? "");
    clients.push(client);
    await client.start();
    return client;
  }

  return {
    meta,
    open,
    async pairedClient(user) {
      const client = await newClient();
      await client.ask("connect", { url: chatUrl });
      const { qr } = await client.event("connection", (event) => event.qr !== undefined);
      meta.pair(user.jid, qr);
      await client.event("connection", (event) => event.status === 515);
      const since = client.events.length;
      await client.ask("connect", { url: chatUrl });
      await client.event("connection", (event) => event.connection === "open", { since });
      return client;
    },
    async adoptedClient(user) {
      const client = await newClient();
      const keys = await client.ask("keys");
      const device = meta.adopt(user.jid, {
        noiseKey: binary(keys.noiseKey),
        identityKey: binary(keys.identityKey),
        registrationId: keys.registrationId,
        signedPreKey: {
          id: keys.signedPreKey.id,
          publicKey: binary(keys.signedPreKey.publicKey),
          signature: binary(keys.signedPreKey.signature),
        },
      });
      await client.ask("adopted", inText(device));
      await client.ask("connect", { url: chatUrl });
      await client.event("connection", (event) => event.connection === "open");
      return client;
    },
    async entry(kind, fits) {
      type Wanted = EntryOf<typeof kind>;
      const isWanted = (entry: TraceEntry): entry is Wanted => entry.kind === kind && fits(entry as Wanted);
      const found = await meta.journal.wait(isWanted, { ms: 15_000 });
      if (found !== undefined) return found;
      const last = meta.journal.entries.slice(-12).map((entry) => JSON.stringify(entry).slice(0, 300));
      throw new Error(`no ${kind} entry that fits; last: ${last.join("\n")}`);
    },
    async close() {
      await Promise.all(clients.map((client) => client.dispose()));
      await meta.close();
    },
  };
}

function inText({ jid, lid, signedIdentity, accountKey }: LinkedDevice): object {
  return { jid, lid, signedIdentity: toBase64(signedIdentity), accountKey: toBase64(accountKey) };
}

function binary(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, "base64"));
}
