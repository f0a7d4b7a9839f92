/** How a request of an interoperability procedure is told from others: its namespace, and the element inside it. */
export interface RequestForm {
  readonly namespace: string;
  readonly element: string;
}

/**
 * The requests that Meta names and does not show (interop facts 13, 92 and 96). Their forms come from a profile, so the
 * part of the catalogue that describes them is made for one.
 */
export interface InteropForms {
  /** Reads the list of blocked users, and changes it. */
  readonly blocklist: RequestForm;
  /** Removes the account that asks. */
  readonly deletion: RequestForm;
  /** Asks a WhatsApp user to become reachable. */
  readonly reachability: RequestForm;
}
