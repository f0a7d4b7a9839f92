import type { StanzaNode } from "../../protocol/stanza/node.js";

/** A stanza that waits until its receiver answers it with a receipt or an ack. */
interface Letter {
  readonly node: StanzaNode;
  readonly from: string;
  /** Unix milliseconds. */
  readonly since: number;
}

export interface MailboxLimits {
  readonly retentionMs: number;
  readonly maximumMessages: number;
}

/** The stanzas that wait for one account, oldest first (interop fact 90). A full mailbox drops the oldest. */
export class Mailbox {
  readonly #limits: MailboxLimits;
  readonly #letters = new Map<string, Letter>();

  constructor(limits: MailboxLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#letters.size;
  }

  /** @param from - The sender, by the one name under which an answer is looked up; stanzas may name it differently. */
  add(node: StanzaNode, from: string, now: number): void {
    const key = keyOf(node.tag, from, node.attrs["id"], node.attrs["type"]);
    this.#letters.set(key, { node, from, since: now });
    if (this.#letters.size <= this.#limits.maximumMessages) return;
    const [oldest] = this.#letters.keys();
    if (oldest !== undefined) this.#letters.delete(oldest);
  }

  /**
   * Removes the stanza with this id. The type only decides between several stanzas with one id, such as a delivered and
   * a read receipt: some clients do not repeat it.
   */
  remove(tag: string, from: string, id: string, type?: string): boolean {
    if (this.#letters.delete(keyOf(tag, from, id, type))) return true;
    for (const [key, letter] of this.#letters) {
      const { node } = letter;
      if (node.tag === tag && letter.from === from && node.attrs["id"] === id) return this.#letters.delete(key);
    }
    return false;
  }

  removeWhere(fits: (node: StanzaNode) => boolean): void {
    for (const [key, { node }] of this.#letters) if (fits(node)) this.#letters.delete(key);
  }

  /** The stanzas that have not expired at `now`, in order. */
  waiting(now: number): StanzaNode[] {
    this.expire(now);
    return [...this.#letters.values()].map((letter) => letter.node);
  }

  expire(now: number): void {
    for (const [key, { since }] of this.#letters) {
      if (now - since < this.#limits.retentionMs) return;
      this.#letters.delete(key);
    }
  }

  clear(): void {
    this.#letters.clear();
  }
}

function keyOf(tag: string, from: string, id = "", type = ""): string {
  return `${tag} ${from} ${type} ${id}`;
}
