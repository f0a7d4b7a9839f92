/** Whatever answers a harness. */
export interface Driver {
  /** One message in, at most one out. Never rejects. */
  answer(text: string): Promise<string | undefined>;
  close(): Promise<void>;
  /** The process is to end as soon as it is spoken to. */
  readonly hangsUp?: true;
}
