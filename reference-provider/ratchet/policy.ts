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
