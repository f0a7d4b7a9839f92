import { Refusal } from "./api.js";

/** @import { Api } from "./api.js" */
/** @import { TraceEntry } from "../../../../harness/model/trace.js" */

/**
 * @typedef {object} Listener
 * @property {(entries: readonly TraceEntry[]) => void} entries
 * @property {(count: number) => void} missed
 * @property {() => void} reset
 * @property {(state: "live" | "lost") => void} state
 * @property {(refusal: Refusal) => void} refused - It stops then.
 */

/** Older entries that the page shows at the start. */
const maximumBefore = 5000;
const retryMs = 1000;
/** After these a retry is useless. */
const final = new Set(["unauthorised", "not-found"]);

/**
 * Follows the journal of a tenant until `signal` is aborted. Reconnects without a gap when the connection breaks.
 *
 * @param {Api} api
 * @param {Listener} listener
 * @param {AbortSignal} signal
 */
export async function follow(api, listener, signal) {
  /** @type {number | undefined} */
  let after;
  while (!signal.aborted) {
    try {
      after ??= await beginning(api);
      const response = await api.send("/journal/follow", { method: "POST", body: { after }, signal });
      listener.state("live");
      for await (const events of eventsOf(response)) {
        const entries = events.filter(({ event }) => event === "message").map(({ data }) => data);
        after = entries.at(-1)?.seq ?? after;
        if (entries.length > 0) listener.entries(entries);
        for (const { event, data } of events) {
          if (event === "missed") listener.missed(data.count);
          if (event === "reset") listener.reset();
        }
      }
    } catch (thrown) {
      if (signal.aborted) return;
      if (thrown instanceof Refusal && final.has(thrown.code)) return listener.refused(thrown);
    }
    listener.state("lost");
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}

/**
 * The entry after which to begin: everything since the last reset, up to a limit.
 *
 * @param {Api} api
 * @returns {Promise<number>}
 */
async function beginning(api) {
  const { entries, last } = await api.get("/journal?limit=1");
  const first = entries[0]?.seq ?? last + 1;
  return Math.max(first - 1, last - maximumBefore);
}

/** @param {Response} response */
async function* eventsOf(response) {
  const reader = new EventReader();
  const stream = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = (await stream?.read()) ?? { done: true };
    if (done || value === undefined) return;
    yield reader.read(value);
  }
}

/**
 * @typedef {object} StreamEvent
 * @property {string} event - `message` when it has no name.
 * @property {any} data
 */

/** Takes server-sent events (HTML Living Standard, section 9.2) out of pieces of text. */
export class EventReader {
  #open = "";

  /**
   * @param {string} piece
   * @returns {readonly StreamEvent[]} Those that are complete now.
   */
  read(piece) {
    const blocks = (this.#open + piece).split("\n\n");
    this.#open = blocks.pop() ?? "";
    return blocks.flatMap(eventOf);
  }
}

/**
 * @param {string} block
 * @returns {readonly StreamEvent[]} None for a comment.
 */
function eventOf(block) {
  let event = "message";
  let data;
  for (const line of block.split("\n")) {
    if (line.startsWith("event: ")) event = line.slice(7);
    if (line.startsWith("data: ")) data = line.slice(6);
  }
  return data === undefined ? [] : [{ event, data: JSON.parse(data) }];
}
