import type { IncomingMessage, RequestListener } from "node:http";
import type { Duplex } from "node:stream";
import { sameBytes, toHex } from "../../core/bytes.js";
import type { Clock, MovableClock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { Journal } from "../../harness/ports/journal.js";
import type { ChatSession, MetaEndpoints } from "../../harness/ports/meta-side.js";
import type { Profile } from "../../profiles/profile.js";
import { readPairingCode } from "../../protocol/adv/pairing.js";
import { movableClock } from "../../runtime/movable-clock.js";
import { seededRandom } from "../../runtime/random.js";
import { Epoch } from "../journal/epoch.js";
import { createJournal, type JournalOptions, type ServerJournal } from "../journal/journal.js";
import type { StanzaCodec } from "../servers/chat/codec.js";
import { createChatServer } from "../servers/chat/server.js";
import { fromTraceNode } from "../servers/chat/trace-form.js";
import { metaKeySetPath } from "../servers/keys/signer.js";
import { lateApp } from "../servers/late-app.js";
import { MockServerError } from "../side/errors.js";
import type { NoiseKeyLog } from "../side/secrets.js";
import type { ConsumerSide, SimulatedSide } from "../side/side.js";
import { mediaFolderOf, mediaHostOf, type Origin } from "./addresses.js";
import { type Core, createCore } from "./core.js";

export interface TenantDeps {
  readonly id: string;
  /** The beginning of all paths of this tenant; empty for the first one. */
  readonly prefix: string;
  readonly profile: Profile;
  /** That of the profile. */
  readonly codec: StanzaCodec;
  readonly seed: string;
  /** Replaces the randomness that `seed` gives. */
  readonly random?: Random;
  /** Time underneath the movable clock. */
  readonly clock: Clock;
  readonly journal?: Omit<JournalOptions, "clock">;
  /** A reset keeps the accounts of providers' users. */
  readonly keepAccounts: boolean;
  readonly keyLog?: NoiseKeyLog;
  /** Known once the sockets are bound. */
  readonly origin: () => Origin;
}

/**
 * One Meta side among several behind the same sockets. Tenants share nothing but those: accounts, users, faults,
 * journal, clock, keys and seed are each tenant's own.
 */
export interface Tenant {
  readonly id: string;
  readonly seed: string;
  readonly core: Core;
  /** What suites and integrators use. Only `Tenants` calls its `close`. */
  readonly side: SimulatedSide;
  readonly epoch: Epoch;
  /** That of `side`, with what only the endpoint itself needs. */
  readonly journal: ServerJournal;
  /** Takes requests whose URL no longer has the prefix. */
  readonly request: RequestListener;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** @throws MockServerError `unsupported-profile-value` */
export function createTenant(deps: TenantDeps): Tenant {
  const { id, prefix, profile, codec, seed, clock: base, keepAccounts, keyLog, origin } = deps;
  demandSupported(profile);
  const journal = createJournal({ clock: base, ...deps.journal });
  const time = movableClock(base);
  const random = deps.random ?? seededRandom(seed);
  const core = createCore({
    profile,
    codec,
    journal,
    base,
    time,
    random,
    keepAccounts,
    mediaHost: () => mediaHostOf(origin().http, id),
    mediaFolder: mediaFolderOf(id),
    ...(keyLog !== undefined && { keyLog }),
  });
  const epoch = new Epoch(journal);
  const server = createChatServer({
    path: profile.channel.path,
    maximumMessageBytes: 2 * profile.channel.maximumFrameBytes,
    connections: core.connections,
    journal,
    nextExchange: core.nextExchange,
  });

  const side: SimulatedSide = {
    profile,
    get endpoints() {
      return endpointsAt(origin(), prefix, profile, core);
    },
    journal,
    clock: recordingClock(time, journal, () => core.dispatch({ type: "tick" })),
    integrator: core.integrator,
    askForKeys: core.askForKeys,
    askForFile: core.askForFile,
    ...consumerSide(core),
    secrets: core.secrets,
    arm: (fault) => void core.faults.arm(fault),
    session: (login) => sessionOf(core, login),
    async reset() {
      // What users are still opening belongs to the scenario that ends now.
      await core.users.idle();
      core.reset();
      epoch.begin();
    },
    async close() {
      core.stop();
      epoch.end();
      journal.close();
    },
  };
  const app = lateApp(core.http);
  return {
    id,
    seed,
    core,
    side,
    epoch,
    journal,
    request(request, response) {
      if (!core.mediaServer.serve(request, response)) app(request, response);
    },
    upgrade: server.upgrade,
  };
}

function endpointsAt({ http, ws }: Origin, prefix: string, profile: Profile, { identity }: Core): MetaEndpoints {
  return {
    enlistUrl: `${http}${prefix}${profile.enlistment.path}`,
    chatUrl: `${ws}${prefix}${profile.channel.path}`,
    mediaUrl: `${http}${prefix}`,
    jwksUrl: `${http}${prefix}${metaKeySetPath}`,
    rootKey: toHex(identity.rootKey),
  };
}

function consumerSide({ users, engine, dispatch }: Core): ConsumerSide {
  return {
    user: (options) => users.create(options),
    addDevice: (phone) => users.addDevice(phone),
    pair(phone, text) {
      const code = readPairingCode(text);
      const waiting = engine.companion(code.ref);
      if (waiting !== undefined && sameBytes(waiting.keys.identity, code.identityKey)) return users.pair(phone, code);
      throw new MockServerError(
        "pairing-unknown",
        "Pair a device: no client found that waits with this code, wanted one",
      );
    },
    adopt: (phone, device) => users.adopt(phone, device),
    unlink: (jid) => dispatch({ type: "device-removed", jid }),
  };
}

function sessionOf({ connections, engine }: Core, login: string): ChatSession | undefined {
  const connection = connections.get((engine.account(login) ?? engine.device(login))?.connection ?? "");
  return (
    connection && {
      connection: connection.id,
      send(...stanzas) {
        for (const stanza of stanzas) connection.send(fromTraceNode(stanza));
        connection.flush();
      },
      drop: () => connection.drop("dropped on request"),
    }
  );
}

function demandSupported({ channel }: Profile): void {
  if (channel.noise === "xx") return;
  const message = `Start endpoint, profile value channel.noise: found "${channel.noise}", wanted "xx"`;
  throw new MockServerError("unsupported-profile-value", message);
}

/** Records jumps of time in the trace; the engine then looks at once for what has expired. */
function recordingClock(time: MovableClock, journal: Journal, jumped: () => void): MovableClock {
  return {
    now: time.now,
    monotonic: time.monotonic,
    after: time.after,
    advance(ms) {
      journal.record({ kind: "clock", by: "harness", advancedMs: ms });
      time.advance(ms);
      jumped();
    },
  };
}
