import { createServer, type RequestListener } from "node:http";
import { toHex } from "../core/bytes.js";
import type { Clock, MovableClock } from "../core/clock.js";
import type { Random } from "../core/random.js";
import type { Journal } from "../harness/ports/journal.js";
import type { ChatSession, MetaEndpoints, MetaSide } from "../harness/ports/meta-side.js";
import type { Profile } from "../profiles/profile.js";
import { movableClock } from "../runtime/movable-clock.js";
import { seededRandom, systemRandom } from "../runtime/random.js";
import { systemClock } from "../runtime/system-clock.js";
import { createCore } from "./core.js";
import { stanzaCodec } from "./faces/chat/codec.js";
import { MockServerError } from "./errors.js";
import { fromTraceNode } from "./faces/chat/trace-node.js";
import { tcpFace } from "./faces/chat/tcp.js";
import { webSocketFace } from "./faces/chat/websocket.js";
import { metaKeySetPath } from "./faces/keys/router.js";
import type { HttpFaceParts } from "./faces/http-app.js";
import { createJournal } from "./journal/journal.js";
import { listenOnBoth, stopListening } from "./listen.js";

export interface ListenOptions {
  /** Address to bind to, `127.0.0.1` unless told. */
  readonly host?: string;
  /** Host name in the addresses handed out; the bound one unless told. */
  readonly advertise?: string;
  /** HTTP and WebSocket. 0, the default, takes a free port. */
  readonly httpPort?: number;
  /** Chat over bare TCP. 0, the default, takes a free port. */
  readonly chatTcpPort?: number;
}

export interface MetaEndpointOptions {
  readonly profile: Profile;
  /** Decides ids, keys and order; random unless told. Encryption has a source of its own. */
  readonly seed?: string;
  /** Time underneath the movable clock of the endpoint. */
  readonly clock?: Clock;
  /** In place of what `seed` gives. */
  readonly random?: Random;
  readonly listen?: ListenOptions;
  readonly journal?: { readonly maximumEntries?: number; readonly maximumBytes?: number };
}

/** The manifest of a running endpoint. What this endpoint does not offer is null. */
export interface MetaManifest extends MetaEndpoints {
  /** Path of a PEM file. */
  readonly tlsCa: string | null;
  readonly adminUrl: string | null;
  readonly adminToken: string | null;
}

/** A running Meta side. */
export interface MetaEndpoint extends MetaSide {
  readonly seed: string;
  readonly chatTcpPort: number;
  manifest(): MetaManifest;
}

/**
 * Starts the simulated Meta side; it is ready when this resolves. Any number of them can run in one process.
 *
 * @throws MockServerError `unsupported-profile-value`; the system's error when a port cannot be bound.
 */
export async function startMetaEndpoint(options: MetaEndpointOptions): Promise<MetaEndpoint> {
  const { profile } = options;
  demandSupported(profile);
  const seed = options.seed ?? toHex(systemRandom.bytes(8));
  const base = options.clock ?? systemClock;
  const journal = createJournal({ clock: base, ...options.journal });
  const time = movableClock(base);
  const random = options.random ?? seededRandom(seed);
  const core = createCore({ profile, codec: await stanzaCodec(profile), journal, base, time, random });
  const { connections, engine } = core;

  const http = createServer(lateApp(core.http));
  const face = webSocketFace({
    path: profile.channel.path,
    maximumMessageBytes: 2 * profile.channel.maximumFrameBytes,
    connections,
    journal,
    nextExchange: core.nextExchange,
  });
  http.on("upgrade", (request, socket, head) => face.upgrade(request, socket, head));
  const tcp = tcpFace(connections);

  const { host = "127.0.0.1", advertise = host, httpPort = 0, chatTcpPort = 0 } = options.listen ?? {};
  const [port, tcpPort] = await listenOnBoth(host, [http, httpPort], [tcp, chatTcpPort]);
  const authority = `${advertise.includes(":") ? `[${advertise}]` : advertise}:${port}`;
  const endpoints: MetaEndpoints = {
    enlistUrl: `http://${authority}${profile.enlistment.path}`,
    chatUrl: `ws://${authority}${profile.channel.path}`,
    mediaUrl: `http://${authority}`,
    jwksUrl: `http://${authority}${metaKeySetPath}`,
    rootKey: toHex(core.identity.rootKey),
  };

  function session(login: string): ChatSession | undefined {
    const connection = connections.get(engine.account(login)?.connection ?? "");
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

  return {
    profile,
    seed,
    endpoints,
    chatTcpPort: tcpPort,
    journal,
    clock: recordingClock(time, journal, () => core.dispatch({ type: "tick" })),
    manifest: () => ({ ...endpoints, tlsCa: null, adminUrl: null, adminToken: null }),
    integrator: core.integrator,
    user: () => core.users.create(),
    arm: (fault) => core.faults.arm(fault),
    session,
    async reset() {
      // What users are still opening belongs to what ends now.
      await core.users.idle();
      core.reset();
    },
    async close() {
      core.stop();
      journal.close();
      const stopped = Promise.all([stopListening(http), stopListening(tcp)]);
      http.closeAllConnections();
      await stopped;
    },
  };
}

/**
 * The HTTP faces are loaded while the endpoint starts to listen and its peer does: with express they are a fifth of what
 * the endpoint loads, and the first thing that a peer asks for takes a while.
 */
function lateApp(parts: HttpFaceParts): RequestListener {
  const loading = import("./faces/http-app.js").then(({ httpApp }) => httpApp(parts));
  // Whoever asks for something hears of a failure.
  loading.catch(() => undefined);
  return (request, response) => {
    loading.then(
      (app) => void app(request, response),
      () => response.destroy(),
    );
  };
}

function demandSupported({ channel }: Profile): void {
  if (channel.noise === "xx") return;
  const message = `Start endpoint, profile value channel.noise: found "${channel.noise}", wanted "xx"`;
  throw new MockServerError("unsupported-profile-value", message);
}

/** Jumps of time are part of the trace, and the engine looks at once what has expired. */
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
