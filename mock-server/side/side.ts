import type { MetaSide, WhatsAppUser } from "../../harness/ports/meta-side.js";
import type { Profile } from "../../profiles/profile.js";
import type { Secret } from "./secrets.js";

/** A simulated WhatsApp user with everything that ordinary clients can do; suites need less of it. */
export interface ConsumerUser extends WhatsAppUser {
  /** Second address; undefined where users have only one. */
  readonly lid: string | undefined;
  /** Sends read receipts; `participant` is the sender of the messages in a group. */
  read(from: string, ids: readonly [string, ...string[]], participant?: string): void;
  presence(type: "available" | "unavailable"): void;
}

/** Public keys and login key of a device that was made elsewhere. 32 bytes each, the signature 64. */
export interface ForeignDevice {
  readonly noiseKey: Uint8Array;
  readonly identityKey: Uint8Array;
  readonly registrationId: number;
  readonly signedPreKey: { readonly id: number; readonly publicKey: Uint8Array; readonly signature: Uint8Array };
}

/** A device that a user has linked. Addresses include the device. */
export interface LinkedDevice {
  readonly jid: string;
  readonly lid: string;
  /** Encoded signed device identity; the device adds its own signature. */
  readonly signedIdentity: Uint8Array;
  /** Identity key of the phone. */
  readonly accountKey: Uint8Array;
}

/** What the simulated Meta side offers for users with several devices, and for devices that were made elsewhere. */
export interface ConsumerSide {
  user(options?: { readonly name?: string }): Promise<ConsumerUser>;
  /** A further simulated device of the user with this phone. @throws UserError `user-unknown`. */
  addDevice(phone: string): Promise<ConsumerUser>;
  /**
   * Lets the user's phone scan the code that a client shows. The client must answer; the server then ends its stream
   * with 515, and the client reconnects as the device that this returns.
   *
   * @throws AdvError `pairing-code-malformed`, MockServerError `pairing-unknown`, UserError `user-unknown`.
   */
  pair(phone: string, code: string): LinkedDevice;
  /** Links a device whose keys exist already. @throws UserError `user-unknown`. */
  adopt(phone: string, device: ForeignDevice): LinkedDevice;
  /** Unlinks a device, as its user would on the phone. */
  unlink(device: string): void;
}

/** All that the users of a simulated Meta side may ask of it: suites, the admin API, and tests that start it. */
export interface SimulatedSide extends MetaSide, ConsumerSide {
  user(options?: { readonly name?: string }): Promise<ConsumerUser>;
  /** Private keys and tokens of this side. No report, log or trace may contain them. */
  secrets(): Promise<readonly Secret[]>;
}

/** How to make a further simulated side behind the same sockets. */
export interface TenantSpec {
  /** Lower-case letters, digits and hyphens (default: `t1`, `t2` …). */
  readonly id?: string;
  /** Default: that of the first tenant. */
  readonly profile?: Profile;
  /** Default: made of the first tenant's seed and the id, so that it is the same in every run. */
  readonly seed?: string;
}
