import type { TimedEvent } from "../events.js";

/** One user as the archive has it. */
export interface KeptUser {
  /** As `state.export` gives it. */
  readonly state: string;
  /** Senders and ids of the messages that were shown. */
  readonly seen: readonly string[];
  /** What the user was told and has not read. */
  readonly unread: readonly TimedEvent[];
}

export function writeKeptUser({ state, seen, unread }: KeptUser): string {
  return JSON.stringify({ state, seen, unread: unread.filter((event) => !holdsFile(event)) });
}

/** Only for what `writeKeptUser` wrote: the archive belongs to the provider alone. */
export function readKeptUser(text: string): KeptUser {
  return JSON.parse(text) as KeptUser;
}

/** Files come after the answer to their message and may be large; they are fetched, not kept. */
function holdsFile(event: TimedEvent): boolean {
  return event.kind === "message" && event.content.type !== "text";
}
