import type { DecryptedMessage, SignalAccount, SignalMessage } from "../../signal/account.js";
import type { SignalAddress } from "../../signal/address.js";

/** What a careful ratchet does. Each member set to false is one classic mistake, for the broken siblings. */
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

/** What a retry receipt tells, beside the message that it asks for. */
export interface ResendRequest {
  /** It brings keys for a new session. */
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
  /** How often a message that does not open is asked for. */
  readonly maximumRetries: number;
  /** The request from which on keys for a new session go along. */
  readonly keysFromRetry: number;
  /** How often a message is sent again to somebody who asks for it. */
  readonly maximumResends: number;
  /** In which session a message is sent again. */
  resendIn(request: ResendRequest): "given-keys" | "fetched-keys" | "same-session";
  /** The text to send to somebody who asks for a message that is not known; undefined sends none. */
  readonly answerToUnknownRetry: string | undefined;
  /** What becomes of the sessions of a state that was put back: it may be older than what the contacts have seen. */
  readonly afterRestore: "archive" | "keep";
  /** Where the profile leaves the protocol to the provider. */
  readonly ratchet: RatchetPolicy;
}

export const lawfulSessions: SessionBehaviour = {
  encrypt: (account, address, plaintext) => account.encrypt(address, plaintext),
  decrypt: (account, address, message) => account.decrypt(address, message),
  // As the open clients do (interop fact 77).
  maximumRetries: 5,
  keysFromRetry: 2,
  maximumResends: 10,
  // Without keys in the receipt the recipient's session may be beyond repair all the same.
  resendIn: ({ givesKeys }) => (givesKeys ? "given-keys" : "fetched-keys"),
  answerToUnknownRetry: undefined,
  afterRestore: "archive",
  ratchet: carefulRatchet,
};

/** What a user's device keeps in case its process ends without warning. */
export interface StorageBehaviour {
  /** Whether a message is kept before it is answered, with which the server forgets it (interop fact 78). */
  readonly keepsBeforeAnswering: boolean;
  /** Whether it is kept how far a session went before a message leaves that was encrypted in it. */
  readonly keepsBeforeSending: boolean;
  /** Whether messages are kept that nobody has read yet, besides the sessions that opened them. */
  readonly keepsUnread: boolean;
}

export const lawfulStorage: StorageBehaviour = {
  keepsBeforeAnswering: true,
  keepsBeforeSending: true,
  keepsUnread: true,
};
