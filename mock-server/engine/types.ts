import type { StanzaNode } from "../../protocol/stanza/node.js";

export interface PreKey {
  /** 1 … 2^24 - 1. */
  readonly id: number;
  /** X25519, 32 bytes, without the 05 prefix. */
  readonly publicKey: Uint8Array;
}

export interface SignedPreKey extends PreKey {
  /** XEdDSA of the identity key over 05 ‖ publicKey, 64 bytes. */
  readonly signature: Uint8Array;
}

/** The public keys that the server holds for one account. */
export interface KeyRecord {
  readonly registrationId: number;
  readonly identity: Uint8Array;
  signedPreKey: SignedPreKey;
  /** Only where the profile's engine has such keys, and only after the first upload. */
  readonly kyberPreKey?: SignedPreKey;
}

/** The phone's statement of which devices are its own, as others get it. */
export interface SignedKeyIndexes {
  readonly bytes: Uint8Array;
  /** Unix seconds. */
  readonly timestamp: number;
}

/** What makes a device one of a user's: keys, and the phone's word for it. */
export interface AddedDevice {
  /** Address of the user's phone. */
  readonly phone: string;
  readonly device: number;
  /** Absent for a simulated device, which logs in by a function call and uploads its own keys. */
  readonly noiseKey?: Uint8Array;
  readonly keys?: KeyRecord;
  readonly keyIndexes: SignedKeyIndexes;
}

/** What a client that has no account yet says about itself in its login. */
export interface Companion {
  /** Static key of its Noise handshake, by which it will log in. */
  readonly noiseKey: Uint8Array;
  readonly keys: KeyRecord;
}

/** A phone has scanned the code; the companion still has to sign. */
export interface PairingOffer {
  /** Address of the phone. */
  readonly phone: string;
  readonly device: number;
  readonly keyIndexes: SignedKeyIndexes;
}

/** What enlistment makes known of a provider's user. */
export interface EnlistedAccount {
  /** `<integrator>-<digits>@interop`. */
  readonly login: string;
  /** The user-visible identifier, as the token names it. */
  readonly userId: string;
  /** Static public key of the chat channel, 32 bytes. */
  readonly authKey: Uint8Array;
  /** 32 bytes, without the 05 prefix. */
  readonly identity: Uint8Array;
  readonly registrationId: number;
  readonly signedPreKey: SignedPreKey;
}

/** Where a stanza came from: a live connection of a provider's user, or a simulated WhatsApp user in this process. */
export type Origin =
  | { readonly kind: "connection"; readonly connection: string }
  | { readonly kind: "user"; readonly jid: string };

/**
 * All that can happen to the engine. Simulated WhatsApp users join and then speak in stanzas like any client: they
 * upload keys, fetch bundles, send, acknowledge.
 */
export type EngineEvent =
  /** A known login is enlisted anew: new identity and keys, empty mailbox, live connection ended. */
  | { readonly type: "account-enlisted"; readonly account: EnlistedAccount }
  | { readonly type: "account-removed"; readonly login: string }
  | {
      readonly type: "connected";
      readonly connection: string;
      readonly login: string;
      /** Withholds the mailbox until the client asks for it (`iq xmlns=passive`, child `active`). */
      readonly passive: boolean;
      /** Whether it gets the read receipts of others. */
      readonly readReceipts: boolean;
    }
  | { readonly type: "disconnected"; readonly connection: string }
  /** With `person` the user has a second address and may have further devices, which join by their own address. */
  | {
      readonly type: "user-joined";
      readonly jid: string;
      readonly person?: { readonly lid: string; readonly name: string };
    }
  | { readonly type: "user-left"; readonly jid: string }
  /** A client without an account is there; `refs` are what its codes will name. */
  | {
      readonly type: "pairing-started";
      readonly connection: string;
      readonly companion: Companion;
      readonly refs: readonly string[];
    }
  /** A phone has scanned the code of `ref`. */
  | {
      readonly type: "pairing-offered";
      readonly ref: string;
      readonly offer: PairingOffer;
      readonly sealedIdentity: Uint8Array;
    }
  /** A device that was made elsewhere becomes one of a user's. */
  | { readonly type: "device-added"; readonly device: AddedDevice }
  | { readonly type: "device-removed"; readonly jid: string }
  /** A simulated user opts in to third-party chats, or out of them (interop fact 93). */
  | { readonly type: "user-opted"; readonly jid: string; readonly in: boolean }
  | {
      readonly type: "stanza";
      readonly from: Origin;
      readonly node: StanzaNode;
      /** `seq` of the journal's stanza entry; 0 for stanzas of simulated users, which cross no boundary. */
      readonly entry: number;
      /** False when the catalogue found violations; the profile says what follows. */
      readonly valid: boolean;
    }
  /** Time passed: expires mailboxes and inactive accounts. Also done whenever it matters for another event. */
  | { readonly type: "tick" };

/** What the engine wants done, in order. */
export type Effect =
  | { readonly type: "send"; readonly connection: string; readonly node: StanzaNode }
  /** Hand `node` to the simulated user `jid`; `entry` is the `seq` of the stanza that caused it, 0 when none did. */
  | { readonly type: "deliver"; readonly jid: string; readonly node: StanzaNode; readonly entry: number }
  /** After everything sent so far. */
  | { readonly type: "close"; readonly connection: string; readonly reason: string }
  /** Something is waiting for a provider's user that is not connected. */
  | { readonly type: "push"; readonly login: string; readonly userId: string };

/** What others may know of a provider's account. */
export interface AccountView extends EnlistedAccount {
  /** Live connection; undefined while away. */
  readonly connection: string | undefined;
  readonly preKeysLeft: number;
  readonly queued: number;
}

/** A device of a user who may have several. Addresses with the device. */
export interface DeviceView {
  readonly jid: string;
  readonly lid: string;
  /** By which a paired or adopted device logs in; simulated devices have none. */
  readonly noiseKey?: Uint8Array;
  readonly connection: string | undefined;
  readonly preKeysLeft: number;
  readonly queued: number;
}

/** The state of the simulated servers. Pure: no I/O, and time only through the clock it was given. */
export interface Engine {
  handle(event: EngineEvent): readonly Effect[];
  account(login: string): AccountView | undefined;
  accountOf(userId: string): AccountView | undefined;
  /** The accounts of provider's users, in the order in which they were enlisted first. */
  accounts(): readonly AccountView[];
  /** Login of the account that `connection` serves. */
  loginOn(connection: string): string | undefined;
  /** A device that logs in by its own key; undefined when there is none of this address. */
  device(address: string): (DeviceView & { readonly noiseKey: Uint8Array }) | undefined;
  /** All devices of the users who may have several, phones among them. */
  devices(): readonly DeviceView[];
  /** The client that shows a code with this reference. */
  companion(ref: string): Companion | undefined;
  /** A number for a further device of the user; each is given once. */
  nextDevice(phone: string): number | undefined;
  /** Whether a stanza of a client has an answer or effect of its own. */
  knows(stanza: StanzaNode): boolean;
  reset(): void;
}

/** Feeds events to the engine and carries out its effects. Events that arise meanwhile are handled afterwards. */
export type Dispatch = (event: EngineEvent) => void;
