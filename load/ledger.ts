import type { Direction } from "./mix.js";

/** Two users who write to each other, by number, and who of them writes. */
export interface Chat {
  readonly pair: number;
  readonly direction: Direction;
}

/** What a receiver should not have seen, with the message that shows it. */
export interface Finding {
  readonly kind: "lost" | "twice" | "reordered" | "foreign" | "unreceipted";
  readonly message: string;
}

interface Kept {
  /** The server has accepted it. */
  taken: boolean;
  shown: number;
  receipts: number;
}

/**
 * Which messages were accepted and which were shown: each accepted one has to be shown exactly once, in the order of its
 * sender. It grows by one small record for each message, never by what messages hold.
 */
export class Ledger {
  readonly #run: string;
  readonly #chats = new Map<string, { readonly kept: Kept[]; newest: number }>();
  readonly #found: Finding[] = [];
  #open = 0;

  /** @param run Tells the messages of this load from those of an earlier one. */
  constructor(run: string) {
    this.#run = run;
  }

  /** The text of the chat's next message, by which its receiver is recognised to have shown it. */
  next(chat: Chat): { readonly n: number; readonly text: string } {
    const { kept } = this.#chat(chat);
    kept.push({ taken: false, shown: 0, receipts: 0 });
    return { n: kept.length - 1, text: `load ${this.#run} ${keyOf(chat)} ${kept.length - 1}` };
  }

  /** The server has accepted this message: from now on it must arrive. */
  taken(chat: Chat, n: number): void {
    const kept = this.#chat(chat).kept[n];
    if (kept === undefined || kept.taken) return;
    kept.taken = true;
    if (!isDone(chat, kept)) this.#open++;
  }

  /** The receiver in this chat shows a text. Returns the number of the message at its first sight. */
  shown(chat: Chat, text: string): number | undefined {
    const own = this.#chat(chat);
    const n = this.#numberIn(text, chat);
    const kept = own.kept[n];
    if (kept === undefined) {
      this.#found.push({ kind: "foreign", message: `${named(chat)}: shown, but never sent: ${text.slice(0, 80)}` });
      return undefined;
    }
    const wasDone = isDone(chat, kept);
    if (++kept.shown > 1) {
      this.#found.push({ kind: "twice", message: `${named(chat)}, message ${n}: shown ${kept.shown} times` });
      return undefined;
    }
    if (n < own.newest) {
      this.#found.push({
        kind: "reordered",
        message: `${named(chat)}, message ${n}: shown after message ${own.newest}`,
      });
    }
    own.newest = Math.max(own.newest, n);
    this.#closeIf(chat, kept, wasDone);
    return n;
  }

  /** The provider has confirmed that this message arrived. True the first time. */
  receipt(chat: Chat, n: number): boolean {
    const kept = this.#chat(chat).kept[n];
    if (kept === undefined) return false;
    const wasDone = isDone(chat, kept);
    const isFirst = ++kept.receipts === 1;
    this.#closeIf(chat, kept, wasDone);
    return isFirst;
  }

  /** How many accepted messages are still on their way. */
  get open(): number {
    return this.#open;
  }

  /** What was found so far, and with it what is still missing: call it when nothing more comes. */
  findings(): readonly Finding[] {
    const missing: Finding[] = [];
    for (const [key, { kept }] of this.#chats) {
      const chat = chatOf(key);
      for (const [n, { taken, shown, receipts }] of kept.entries()) {
        const message = `${named(chat)}, message ${n}`;
        if (!taken) continue;
        if (shown === 0) missing.push({ kind: "lost", message: `${message}: accepted, but never shown` });
        else if (chat.direction === "in" && receipts === 0) {
          missing.push({ kind: "unreceipted", message: `${message}: shown, but no delivery receipt came` });
        }
      }
    }
    return [...this.#found, ...missing];
  }

  #closeIf(chat: Chat, kept: Kept, wasDone: boolean): void {
    if (kept.taken && !wasDone && isDone(chat, kept)) this.#open--;
  }

  #numberIn(text: string, chat: Chat): number {
    const prefix = `load ${this.#run} ${keyOf(chat)} `;
    const number = text.startsWith(prefix) ? text.slice(prefix.length) : "";
    return /^\d{1,9}$/.test(number) ? Number(number) : -1;
  }

  #chat(chat: Chat): { readonly kept: Kept[]; newest: number } {
    const key = keyOf(chat);
    const known = this.#chats.get(key);
    if (known !== undefined) return known;
    const made = { kept: [], newest: -1 };
    this.#chats.set(key, made);
    return made;
  }
}

/** Providers confirm what they receive; WhatsApp users' receipts are the harness's own. */
function isDone({ direction }: Chat, { shown, receipts }: Kept): boolean {
  return shown > 0 && (direction === "out" || receipts > 0);
}

function keyOf({ pair, direction }: Chat): string {
  return `${direction} ${pair}`;
}

function chatOf(key: string): Chat {
  const [direction, pair] = key.split(" ");
  return { direction: direction === "in" ? "in" : "out", pair: Number(pair) };
}

function named({ pair, direction }: Chat): string {
  return direction === "in" ? `to provider's user ${pair}` : `from provider's user ${pair}`;
}
