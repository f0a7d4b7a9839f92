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

/** The phone's signed list of the user's devices. */
export interface SignedKeyIndexes {
  readonly bytes: Uint8Array;
  /** Unix seconds. */
  readonly timestamp: number;
}

/** A device to add to a user: its keys, and the phone's signed list that names it. */
export interface AddedDevice {
  /** Address of the user's phone. */
  readonly phone: string;
  readonly device: number;
  /** Absent for a simulated device, which needs no login and uploads its own keys. */
  readonly noiseKey?: Uint8Array;
  readonly keys?: KeyRecord;
  readonly keyIndexes: SignedKeyIndexes;
}

/** What a client without an account states in its login. */
export interface Companion {
  /** Static key of its Noise handshake, with which it will log in. */
  readonly noiseKey: Uint8Array;
  readonly keys: KeyRecord;
}

/** A phone has scanned the code; the companion must still sign. */
export interface PairingOffer {
  /** Address of the phone. */
  readonly phone: string;
  readonly device: number;
  readonly keyIndexes: SignedKeyIndexes;
}

/** A provider's user, as enlistment states it. */
export interface EnlistedAccount {
  /** `<integrator>-<digits>@interop`. */
  readonly login: string;
  /** The user-visible identifier from the token. */
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

/** All events of the engine. Simulated WhatsApp users join, and then send stanzas like any other client. */
export type EngineEvent =
  /** If the login is known: replaces identity and keys, empties the mailbox and ends the live connection. */
  | { readonly type: "account-enlisted"; readonly account: EnlistedAccount }
  | { readonly type: "account-removed"; readonly login: string }
  | {
      readonly type: "connected";
      readonly connection: string;
      readonly login: string;
      /** Whether the mailbox waits until the client asks for it (`iq xmlns=passive`, child `active`). */
      readonly passive: boolean;
      /** Whether it gets read receipts of others. */
      readonly readReceipts: boolean;
    }
  | { readonly type: "disconnected"; readonly connection: string }
  /** With `person` the user has a second address and may have further devices, which join with their own address. */
  | {
      readonly type: "user-joined";
      readonly jid: string;
      readonly person?: { readonly lid: string; readonly name: string };
    }
  | { readonly type: "user-left"; readonly jid: string }
  /** A client without an account has connected; its codes will carry `refs`. */
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
  /** A device is added to a user. */
  | { readonly type: "device-added"; readonly device: AddedDevice }
  | { readonly type: "device-removed"; readonly jid: string }
  /** A simulated user opts in to third-party chats, or out (interop fact 93). */
  | { readonly type: "user-opted"; readonly jid: string; readonly in: boolean }
  | {
      readonly type: "stanza";
      readonly from: Origin;
      readonly node: StanzaNode;
      /** `seq` of the journal's stanza entry; 0 for stanzas of simulated users, which cross no boundary. */
      readonly entry: number;
      /** False if it violates the catalogue; the profile says what follows. */
      readonly valid: boolean;
    }
  /** Time passed: removes expired stanzas and accounts. Other events do this too. */
  | { readonly type: "tick" };

/** What the engine asks for, in order. */
export type Effect =
  | { readonly type: "send"; readonly connection: string; readonly node: StanzaNode }
  /** Deliver `node` to the simulated user `jid`. `entry` is the `seq` of the stanza that caused it, or 0. */
  | { readonly type: "deliver"; readonly jid: string; readonly node: StanzaNode; readonly entry: number }
  /** After everything sent so far. */
  | { readonly type: "close"; readonly connection: string; readonly reason: string }
  /** A message waits for a provider's user that is not connected. */
  | { readonly type: "push"; readonly login: string; readonly userId: string };

/** A provider's account, as the rest of the endpoint sees it. */
export interface AccountView extends EnlistedAccount {
  /** Live connection; undefined while offline. */
  readonly connection: string | undefined;
  readonly preKeysLeft: number;
  readonly queued: number;
}

/** A device of a user who may have several. Addresses include the device. */
export interface DeviceView {
  readonly jid: string;
  readonly lid: string;
  /** With which a paired or adopted device logs in; simulated devices have none. */
  readonly noiseKey?: Uint8Array;
  readonly connection: string | undefined;
  readonly preKeysLeft: number;
  readonly queued: number;
}

/** The state of the simulated servers. Pure: no I/O, and the time is an argument. */
export interface Engine {
  handle(event: EngineEvent): readonly Effect[];
  account(login: string): AccountView | undefined;
  /** The accounts of provider's users, in the order of their first enlistment. */
  accounts(): readonly AccountView[];
  /** A device that logs in with its own key; undefined if there is none with this address. */
  device(address: string): (DeviceView & { readonly noiseKey: Uint8Array }) | undefined;
  /** All devices of users who may have several, including phones. */
  devices(): readonly DeviceView[];
  /** The client that shows a code with this reference. */
  companion(ref: string): Companion | undefined;
  /** A number for another device of the user; each is given once. */
  nextDevice(phone: string): number | undefined;
  /** Whether this endpoint has an answer of its own to a stanza of a client, or an effect. */
  knows(stanza: StanzaNode): boolean;
  /** Forgets all accounts, or all but those of providers' users. */
  reset(keepAccounts?: boolean): void;
}

/** Passes events to the engine and carries out its effects. Events that arise meanwhile are handled afterwards. */
export type Dispatch = (event: EngineEvent) => void;
