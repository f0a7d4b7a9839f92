import type { DecryptedMessage, PublicPreKey, SignalAccount, SignalMessage } from "../../signal/account.js";
import type { SignalAddress } from "../../signal/address.js";

/** What a correct ratchet does. Each member is false in one mutant. */
export interface RatchetPolicy {
  /** Renews its ratchet key with every answer of the other side. */
  readonly renews: boolean;
  /** Deletes a message key once it has opened its message. */
  readonly forgets: boolean;
  /** Refuses what was changed on its way. */
  readonly authenticates: boolean;
  /** Encrypts at all. */
  readonly encrypts: boolean;
}

export const carefulRatchet: RatchetPolicy = { renews: true, forgets: true, authenticates: true, encrypts: true };

/** What a retry receipt says about the session. */
export interface ResendRequest {
  /** It contains keys for a new session. */
  readonly givesKeys: boolean;
  readonly hasSession: boolean;
  /** It states the registration id that the current session knows. */
  readonly sameRegistration: boolean;
}

/** Sessions with contacts: when they begin, how often a message is tried again, and what they remember. */
export interface SessionBehaviour {
  encrypt(account: SignalAccount, address: SignalAddress, plaintext: Uint8Array): Promise<SignalMessage>;
  /** @throws SignalError */
  decrypt(account: SignalAccount, address: SignalAddress, message: SignalMessage): Promise<DecryptedMessage>;
  /** The one-time key in a retry receipt. It must be fresh: those of the last upload may be on their way already. */
  oneTimeKeyForRetry(account: SignalAccount): PublicPreKey | undefined;
  /** How often a message that does not open is asked for. */
  readonly maximumRetries: number;
  /** The number of the first request that contains keys for a new session. */
  readonly keysFromRetry: number;
  /** How often a message is sent again to a contact that asks for it. */
  readonly maximumResends: number;
  /** How often a message counts as sent again: as often as it was, whatever number the contact states. */
  resendsSoFar(own: number, stated: number): number;
  /** In which session a message is sent again. */
  resendIn(request: ResendRequest): "given-keys" | "fetched-keys" | "same-session";
  /** The text to send to a contact that asks for an unknown message; undefined sends none. */
  readonly answerToUnknownRetry: string | undefined;
  /** What happens to the sessions of an imported state, which may be older than what the contacts have seen. */
  readonly afterRestore: "archive" | "keep";
  /** Where the profile leaves the protocol to the provider. */
  readonly ratchet: RatchetPolicy;
}

export const lawfulSessions: SessionBehaviour = {
  encrypt: (account, address, plaintext) => account.encrypt(address, plaintext),
  decrypt: (account, address, message) => account.decrypt(address, message),
  oneTimeKeyForRetry: (account) => account.generatePreKeys(account.nextPreKeyId, 1)[0],
  // As the open clients do (interop fact 77).
  maximumRetries: 5,
  keysFromRetry: 2,
  maximumResends: 10,
  resendsSoFar: (own) => own,
  // Even without keys in the receipt, the recipient's session may be broken for good.
  resendIn: ({ givesKeys }) => (givesKeys ? "given-keys" : "fetched-keys"),
  answerToUnknownRetry: undefined,
  afterRestore: "archive",
  ratchet: carefulRatchet,
};

/** What a user's device keeps because its process may end without warning. */
export interface StorageBehaviour {
  /** Whether a message is kept before it is answered. The server forgets it with the answer (interop fact 78). */
  readonly keepsBeforeAnswering: boolean;
  /** Whether the new state of a session is kept before a message that it encrypted leaves. */
  readonly keepsBeforeSending: boolean;
  /** Whether sent messages are kept, so that a contact that asks later gets them again. */
  readonly keepsSent: boolean;
  /** Whether it is kept which messages were shown. */
  readonly keepsShown: boolean;
  /** Whether unread messages are kept, and not only the sessions that opened them. */
  readonly keepsUnread: boolean;
}

export const lawfulStorage: StorageBehaviour = {
  keepsBeforeAnswering: true,
  keepsBeforeSending: true,
  keepsSent: true,
  keepsShown: true,
  keepsUnread: true,
};
