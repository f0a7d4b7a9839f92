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
