import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { MetaEndpoints } from "../../harness/ports/meta-side.js";
import type { Profile } from "../../profiles/profile.js";
import type { JournalOptions } from "../journal/journal.js";
import type { SimulatedSide, TenantSpec } from "../side/side.js";

export interface ListenOptions {
  /** Address to bind to, `127.0.0.1` unless told. */
  readonly host?: string;
  /** Host name in the addresses handed out; the bound one unless told, and that of the loopback interface where all are bound. */
  readonly advertise?: string;
  /** HTTP and WebSocket. 0, the default, takes a free port. */
  readonly httpPort?: number;
  /** Chat over bare TCP. 0, the default, takes a free port. */
  readonly chatTcpPort?: number;
}

/** The admin API, which has a port of its own. */
export interface AdminOptions {
  /** `127.0.0.1` unless told. Bound to all interfaces, it is found under the advertised name. */
  readonly host?: string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
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
  /** Limits of each tenant's journal. */
  readonly journal?: Omit<JournalOptions, "clock">;
  /** Serves https and wss with a certificate made for the purpose. Chat over bare TCP stays as it is. */
  readonly tls?: boolean;
  /** File to append the keys of all connections to. Whoever has it can read the traffic. */
  readonly keyLog?: string;
  /** Absent: no admin API. */
  readonly admin?: AdminOptions;
}

/** The manifest of a running endpoint. What this endpoint does not offer is null. */
export interface MetaManifest extends MetaEndpoints {
  /** Path of a PEM file. */
  readonly tlsCa: string | null;
  readonly adminUrl: string | null;
  readonly adminToken: string | null;
}

/** A Meta side beside others behind the same sockets; its addresses are its own. `close` ends this one only. */
export interface MetaTenant extends SimulatedSide {
  readonly id: string;
  readonly seed: string;
}

/** A running Meta side. */
export interface MetaEndpoint extends SimulatedSide {
  readonly seed: string;
  readonly chatTcpPort: number;
  /** PEM of the certificate that clients have to trust; undefined without TLS. */
  readonly ca: string | undefined;
  manifest(): MetaManifest;
  /**
   * A new Meta side that shares nothing with this one but the sockets.
   *
   * @throws MockServerError `bad-tenant-id`, `tenant-exists`, `too-many-tenants`, `unsupported-profile-value`
   */
  tenant(spec?: TenantSpec): Promise<MetaTenant>;
}
