import type { EntryOf, Trace } from "./index.js";
import { reachedOdd } from "./odd-messages.js";
import { deliveries } from "./texts.js";

type Fault = EntryOf<"fault">;

/** Messages that were held back and then came behind a later one, to a provider that showed the one before. */
export function reachedHeldBack(trace: Trace): readonly Fault[] {
  const held = trace.of("fault", ({ fault, event }) => fault === "message-held-back" && event === "applied");
  return held.filter(({ messageId = "" }) => deliveries(trace, messageId).length > 0);
}

/** The two jumps of scenarios/gaps, the nearer first; each only when the provider was there for it. */
export function reachedSkips(trace: Trace): readonly [near: Fault | undefined, far: Fault | undefined] {
  const skips = reachedOdd(trace, "messages-skipped");
  const armed = trace.of("fault", ({ fault, event }) => fault === "messages-skipped" && event === "armed");
  const [near, far] = armed.map(({ params }) => skips.find((skip) => skip.params["count"] === params["count"]));
  return [near, far];
}
