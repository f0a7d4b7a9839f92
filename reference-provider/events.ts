import type { Clock } from "../core/clock.js";
import type { MediaKind } from "../protocol/content/content.js";

export type ShownContent =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: MediaKind;
      /** Base64. */
      readonly data: string;
      readonly mimetype: string;
      readonly caption?: string;
      readonly fileName?: string;
    };

/** A message by its id and the address of its author. */
export interface MessageReference {
  readonly id: string;
  readonly from: string;
}

export type TypingState = "composing" | "paused";

/** A receipt for messages of the user. */
export interface ReceiptNews {
  readonly ids: readonly string[];
  readonly from: string;
  readonly type: string;
}

export interface ReactionNews {
  readonly target: MessageReference;
  readonly from: string;
  /** Empty: the earlier reaction is taken back. */
  readonly emoji: string;
}

/** What a user's app learns: the driver protocol's events without `at`. */
export type UserEvent =
  | {
      readonly kind: "message";
      readonly id: string;
      readonly from: string;
      readonly content: ShownContent;
      readonly replyTo?: MessageReference;
      /** The group that it was sent to. */
      readonly group?: string;
    }
  | ({ readonly kind: "receipt"; readonly group?: string } & ReceiptNews)
  | ({ readonly kind: "reaction" } & ReactionNews)
  | { readonly kind: "typing"; readonly from: string; readonly state: TypingState }
  | { readonly kind: "security-notice"; readonly contact: string; readonly reason: string }
  | { readonly kind: "connection"; readonly state: string; readonly reason?: string }
  | { readonly kind: "error"; readonly code: string; readonly detail?: string };

/** `at` in unix milliseconds. */
export type TimedEvent = UserEvent & { readonly at: number };

const maximumWaiting = 1000;

/** Keeps events until the harness takes them. When too many wait, the oldest are lost and an `error` event says so. */
export class EventQueue {
  readonly #clock: Clock;
  #events: TimedEvent[] = [];
  #lost = 0;
  readonly #wakers = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  push(event: UserEvent): void {
    if (this.#events.length === maximumWaiting) {
      this.#events.shift();
      this.#lost += 1;
    }
    this.#events.push({ ...event, at: this.#clock.now() });
    for (const wake of this.#wakers) wake();
  }

  /** The events that were not taken yet. */
  get waiting(): readonly TimedEvent[] {
    return this.#events;
  }

  /** Puts back what was waiting when the process ended. */
  restore(events: readonly TimedEvent[]): void {
    this.#events = [...events];
  }

  /** All events there are, or the first that come within `timeoutMs`; empty when none do. */
  async take(timeoutMs: number): Promise<readonly TimedEvent[]> {
    if (this.#events.length === 0 && timeoutMs > 0) await this.#next(timeoutMs);
    const taken = this.#events;
    this.#events = [];
    if (this.#lost === 0) return taken;
    const detail = `${this.#lost} older events were not taken in time`;
    this.#lost = 0;
    return [{ kind: "error", code: "events-lost", detail, at: this.#clock.now() }, ...taken];
  }

  /** Ends every `take` that still waits. */
  close(): void {
    for (const wake of this.#wakers) wake();
  }

  #next(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#wakers.delete(wake);
        timer.cancel();
        resolve();
      };
      this.#wakers.add(wake);
      const timer = this.#clock.after(timeoutMs, wake);
    });
  }
}
