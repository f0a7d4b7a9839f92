import { isNodeList, type StanzaNode } from "../../protocol/stanza/node.js";

/** A stanza that waits until its receiver answers it with a receipt or an ack. */
interface Letter {
  readonly node: StanzaNode;
  readonly from: string;
  /** Unix milliseconds. */
  readonly since: number;
  readonly bytes: number;
}

/** Bytes of one mailbox. Ten thousand messages of the largest size would fill the memory. */
const maximumBytes = 64 * 2 ** 20;

/** Bytes of all mailboxes that share a space. A provider can make as many accounts as it signs tokens. */
const maximumSharedBytes = 256 * 2 ** 20;

/** What the mailboxes of one engine take up together. */
export interface MailSpace {
  bytes: number;
}

export interface MailboxLimits {
  readonly retentionMs: number;
  readonly maximumMessages: number;
  readonly space: MailSpace;
}

/**
 * The stanzas that wait for one account, oldest first (interop fact 90). A full mailbox drops the oldest. When all mailboxes
 * together are full, the one that gets a stanza makes room: it drops its own oldest, and at last the new one.
 */
export class Mailbox {
  readonly #limits: MailboxLimits;
  readonly #letters = new Map<string, Letter>();
  #bytes = 0;

  constructor(limits: MailboxLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#letters.size;
  }

  /** @param from - The sender, by the one name under which an answer is looked up; stanzas may name it differently. */
  add(node: StanzaNode, from: string, now: number): void {
    const key = keyOf(node.tag, from, node.attrs["id"], node.attrs["type"]);
    this.#remove(key);
    const bytes = bytesOf(node);
    this.#weigh(bytes);
    this.#letters.set(key, { node, from, since: now, bytes });
    for (const oldest of this.#letters.keys()) {
      if (!this.#isFull) return;
      this.#remove(oldest);
    }
  }

  get #isFull(): boolean {
    const { maximumMessages, space } = this.#limits;
    return this.#letters.size > maximumMessages || this.#bytes > maximumBytes || space.bytes > maximumSharedBytes;
  }

  /**
   * Removes the stanza with this id. The type only decides between several stanzas with one id, such as a delivered and
   * a read receipt: some clients do not repeat it.
   */
  remove(tag: string, from: string, id: string, type?: string): boolean {
    if (this.#remove(keyOf(tag, from, id, type))) return true;
    for (const [key, letter] of this.#letters) {
      const { node } = letter;
      if (node.tag === tag && letter.from === from && node.attrs["id"] === id) return this.#remove(key);
    }
    return false;
  }

  removeWhere(fits: (node: StanzaNode) => boolean): void {
    for (const [key, { node }] of this.#letters) if (fits(node)) this.#remove(key);
  }

  /** The stanzas that have not expired at `now`, in order. */
  waiting(now: number): StanzaNode[] {
    this.expire(now);
    return [...this.#letters.values()].map((letter) => letter.node);
  }

  expire(now: number): void {
    for (const [key, { since }] of this.#letters) {
      if (now - since < this.#limits.retentionMs) return;
      this.#remove(key);
    }
  }

  clear(): void {
    this.#letters.clear();
    this.#weigh(-this.#bytes);
  }

  #weigh(bytes: number): void {
    this.#bytes += bytes;
    this.#limits.space.bytes += bytes;
  }

  #remove(key: string): boolean {
    this.#weigh(-(this.#letters.get(key)?.bytes ?? 0));
    return this.#letters.delete(key);
  }
}

/** What a node without attributes and content takes up in memory, roughly. */
const nodeBytes = 64;

/** Of contents and attributes at any depth. */
function bytesOf({ tag, attrs, content }: StanzaNode): number {
  const named = Object.entries(attrs).reduce((sum, [name, value]) => sum + name.length + (value?.length ?? 0), 0);
  const own = nodeBytes + tag.length + named;
  if (!isNodeList(content)) return own + (content?.length ?? 0);
  return content.reduce((sum, child) => sum + bytesOf(child), own);
}

function keyOf(tag: string, from: string, id = "", type = ""): string {
  return `${tag} ${from} ${type} ${id}`;
}
