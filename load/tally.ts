import type { StanzaEntry, TraceEntry } from "../harness/model/trace.js";
import { type Count, counts, type Figures, type Latency, Recorder } from "./figures.js";
import { type Chat, type Finding, Ledger } from "./ledger.js";

/** One pair of users by the addresses under which the trace and the driver know them. */
export interface PairNames {
  readonly login: string;
  readonly jid: string;
}

/** When a message was due and when the harness began with it; none for messages that warm up. */
export interface Times {
  readonly due: number;
  readonly began: number;
}

export interface Started {
  readonly n: number;
  readonly text: string;
}

/** Everything that is known about a load. Times are those of the trace. */
export interface Tallied extends Figures {
  readonly findings: readonly Finding[];
  /** What failed, and how often, by cause. */
  readonly errors: Readonly<Record<string, number>>;
  readonly violations: Readonly<Record<string, number>>;
}

/** Reads the trace of a load as it grows. Pure: it is told everything. */
export class Tally {
  readonly #recorder = new Recorder();
  readonly #ledger: Ledger;
  readonly #counts = new Map<Count, number>();
  readonly #pairsByName = new Map<string, number>();
  readonly #times = new Map<string, Times>();
  readonly #idsIn = new Map<string, { readonly chat: Chat; readonly n: number }>();
  readonly #errors = new Map<string, number>();
  readonly #violations = new Map<string, number>();

  constructor(run: string, pairs: readonly PairNames[]) {
    this.#ledger = new Ledger(run);
    for (const [pair, { login, jid }] of pairs.entries()) {
      this.#pairsByName.set(login, pair);
      this.#pairsByName.set(jid, pair);
    }
  }

  offered(): void {
    this.#count("offered");
  }

  dropped(): void {
    this.#count("dropped");
  }

  /** The harness begins with a message. @param times Undefined while it warms up. */
  begin(chat: Chat, times: Times | undefined): Started {
    const started = this.#ledger.next(chat);
    if (times !== undefined) {
      this.#times.set(keyOf(chat, started.n), times);
      this.#recorder.record("lag", times.began - times.due);
    }
    return started;
  }

  /** To the provider: the id that its receipt will name. */
  named(chat: Chat, n: number, id: string): void {
    this.#idsIn.set(id, { chat, n });
  }

  /** The server has accepted a message. */
  taken(chat: Chat, n: number, at: number): void {
    this.#count("taken");
    const times = this.#times.get(keyOf(chat, n));
    if (chat.direction === "out" && times !== undefined) this.#recorder.record("ack", at - times.due);
    this.#ledger.taken(chat, n);
  }

  failed(cause: string): void {
    this.#count("errors");
    increase(this.#errors, cause);
  }

  /** A provider's user shows a text. */
  shownByProvider(pair: number, text: string): void {
    if (this.#ledger.shown({ pair, direction: "in" }, text) !== undefined) this.#count("shown");
  }

  entry(entry: TraceEntry): void {
    if (entry.kind === "stanza") return this.#stanza(entry);
    if (entry.by !== "provider") return;
    if (entry.kind === "bad-frame") return this.#violation(`bad-frame ${entry.code}`);
    if (entry.kind !== "opened") return;
    const pair = this.#pairsByName.get(entry.user);
    if (entry.error !== undefined) return this.failed(`opened: ${entry.error}`);
    const text = entry.content?.["text"];
    if (pair === undefined || typeof text !== "string") return;
    const chat: Chat = { pair, direction: "out" };
    const n = this.#ledger.shown(chat, text);
    if (n === undefined) return;
    this.#count("shown");
    this.#delivered(chat, n, entry.at);
  }

  /** How many accepted messages are still on their way. */
  get open(): number {
    return this.#ledger.open;
  }

  /** How much has arrived so far; while it grows, it is worth waiting. */
  get progress(): number {
    return this.counted("shown") + this.counted("taken");
  }

  counted(name: Count): number {
    return this.#counts.get(name) ?? 0;
  }

  /** Call it when nothing more comes. */
  result(): Tallied {
    const findings = this.#ledger.findings();
    const found = (kind: Finding["kind"]): number => findings.filter((finding) => finding.kind === kind).length;
    const names = Object.keys(counts) as readonly Count[];
    const own = Object.fromEntries(names.map((name) => [name, this.counted(name)])) as Record<Count, number>;
    return {
      latencies: this.#recorder.summaries(),
      counts: {
        ...own,
        lost: found("lost"),
        twice: found("twice"),
        reordered: found("reordered"),
        foreign: found("foreign"),
        unreceipted: found("unreceipted"),
      },
      findings,
      errors: Object.fromEntries(this.#errors),
      violations: Object.fromEntries(this.#violations),
    };
  }

  #stanza({ direction, by, node, violations, at }: StanzaEntry): void {
    if (direction !== "in" || by !== "provider") return;
    for (const { stanza, path, rule } of violations) this.#violation(`${stanza}${path}: ${rule}`);
    if (node.tag !== "receipt") return;
    const { type, id = "" } = node.attrs;
    if (type === "retry") this.#count("retries");
    if (type !== undefined) return;
    const further = (node.children ?? []).flatMap(({ children }) => children ?? []);
    for (const each of [id, ...further.map(({ attrs }) => attrs["id"] ?? "")]) {
      const message = this.#idsIn.get(each);
      if (message === undefined) continue;
      if (this.#ledger.receipt(message.chat, message.n)) this.#delivered(message.chat, message.n, at);
    }
  }

  #delivered(chat: Chat, n: number, at: number): void {
    const key = keyOf(chat, n);
    const times = this.#times.get(key);
    if (times === undefined) return;
    const each: readonly Latency[] = ["deliver", chat.direction];
    for (const latency of each) this.#recorder.record(latency, at - times.due);
    this.#recorder.record("service", at - times.began);
  }

  #violation(rule: string): void {
    this.#count("violations");
    increase(this.#violations, rule);
  }

  #count(name: Count): void {
    increase(this.#counts, name);
  }
}

function keyOf({ direction, pair }: Chat, n: number): string {
  return `${direction} ${pair} ${n}`;
}

function increase<Key>(counters: Map<Key, number>, key: Key): void {
  counters.set(key, (counters.get(key) ?? 0) + 1);
}
