/** What a user's device keeps in case its process ends without warning. */
export interface StorageBehaviour {
  /** Whether a message is kept before it is answered, with which the server forgets it (interop fact 78). */
  readonly keepsBeforeAnswering: boolean;
  /** Whether messages are kept that nobody has read yet, besides the sessions that opened them. */
  readonly keepsUnread: boolean;
}

export const lawfulStorage: StorageBehaviour = { keepsBeforeAnswering: true, keepsUnread: true };
