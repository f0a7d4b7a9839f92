/** @import { EnlistmentEntry, HttpEntry, MediaEntry, OpenedEntry, SealedEntry, TraceEntry } from "../../../../harness/model/trace.js" */

/** @typedef {"stanza" | "http" | "connection" | "message" | "control"} Category */

/**
 * One line of the list: an entry with those that complete it.
 *
 * @typedef {object} Story
 * @property {TraceEntry} entry - The first of them.
 * @property {Category} category
 * @property {(HttpEntry | EnlistmentEntry)[]} more - Of an HTTP exchange: what came after the request.
 * @property {(SealedEntry | OpenedEntry | MediaEntry)[]} inner - Of a stanza: what users sealed into it or opened out of
 *   it, and files that came with it.
 * @property {string | undefined} words - Everything in lower case, for the search; undefined until the first search.
 */

/** Messages that wait for their stanza. */
const maximumSealed = 2000;

/** The newest entries, combined to stories. Drops the oldest ones beyond its limit. */
export class Stories {
  #limit;
  /** @type {Story[]} */
  #list = [];
  /** @type {Map<number, Story>} */
  #byExchange = new Map();
  /** @type {Map<number, Story>} */
  #bySeq = new Map();
  /** @type {Map<string, SealedEntry[]>} */
  #sealed = new Map();
  /** Message to the number of its stanza. @type {Map<string, number>} */
  #opened = new Map();
  #forgotten = 0;

  /** @param {number} limit */
  constructor(limit) {
    this.#limit = limit;
  }

  /** Oldest first. */
  get list() {
    return /** @type {readonly Story[]} */ (this.#list);
  }

  /** How many were dropped. */
  get forgotten() {
    return this.#forgotten;
  }

  /** @param {number} seq - Of its first entry. */
  get(seq) {
    return this.#bySeq.get(seq);
  }

  clear() {
    this.#list = [];
    this.#forgotten = 0;
    for (const map of [this.#byExchange, this.#bySeq, this.#sealed, this.#opened]) map.clear();
  }

  /**
   * @param {TraceEntry} entry
   * @returns {{ readonly begun?: Story, readonly changed?: Story }} The story that it begins, and the one that it completes.
   */
  add(entry) {
    const known = "exchange" in entry ? this.#byExchange.get(entry.exchange) : undefined;
    if (known !== undefined && (entry.kind === "http" || entry.kind === "enlistment")) {
      known.more.push(entry);
      known.words = undefined;
      return { changed: known };
    }
    const begun = this.#begin(entry);
    if (entry.kind === "sealed") this.#remember(entry);
    if (entry.kind !== "opened" && entry.kind !== "media") return { begun };
    const whole = this.#bySeq.get(entry.kind === "opened" ? entry.of : (this.#opened.get(entry.messageId) ?? 0));
    if (whole === undefined) return { begun };
    if (entry.kind === "opened") this.#opened.set(entry.messageId, entry.of);
    whole.inner.push(entry);
    whole.words = undefined;
    return { begun, changed: whole };
  }

  /**
   * @param {TraceEntry} entry
   * @returns {Story}
   */
  #begin(entry) {
    // Acks and receipts have the id of their message too.
    const carries = entry.kind === "stanza" && entry.direction === "out" && entry.node.tag === "message";
    const inner = carries ? this.#sealed.get(entry.node.attrs["id"] ?? "") : undefined;
    /** @type {Story} */
    const story = { entry, category: categoryOf(entry), more: [], inner: [...(inner ?? [])], words: undefined };
    this.#list.push(story);
    this.#bySeq.set(entry.seq, story);
    if ("exchange" in entry) this.#byExchange.set(entry.exchange, story);
    // Several at once: removing one from the front of a long list each time is slow.
    if (this.#list.length > this.#limit * 1.1) this.#forget(this.#list.length - this.#limit);
    return story;
  }

  /** @param {number} count */
  #forget(count) {
    for (const { entry } of this.#list.splice(0, count)) {
      this.#bySeq.delete(entry.seq);
      if ("exchange" in entry) this.#byExchange.delete(entry.exchange);
    }
    for (const [id, seq] of this.#opened) if (!this.#bySeq.has(seq)) this.#opened.delete(id);
    this.#forgotten += count;
  }

  /** @param {SealedEntry} entry */
  #remember(entry) {
    if (this.#sealed.size >= maximumSealed) this.#sealed.clear();
    this.#sealed.set(entry.messageId, [...(this.#sealed.get(entry.messageId) ?? []), entry]);
  }
}

/**
 * @param {TraceEntry} entry
 * @returns {Category}
 */
function categoryOf({ kind }) {
  switch (kind) {
    case "stanza":
    case "bad-frame":
      return "stanza";
    case "http":
    case "enlistment":
      return "http";
    case "connection":
    case "handshake":
    case "login":
      return "connection";
    case "sealed":
    case "opened":
    case "media":
      return "message";
    default:
      return "control";
  }
}
