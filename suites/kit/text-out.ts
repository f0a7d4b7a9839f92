import type { Expect } from "../../harness/model/expect.js";
import type { EntryOf, Trace } from "./index.js";
import { openedMessages, requestedTexts } from "./texts.js";

/** Messages of the provider's users whose requested text fits. Wrong padding is judged by m3-messaging/padding-out. */
export function openedWith(trace: Trace, fits: (text: string) => boolean): readonly EntryOf<"opened">[] {
  const requested = requestedTexts(trace);
  return openedMessages(trace).filter(
    (entry) => entry.error !== "bad-padding" && requested.get(entry.messageId)?.some(fits) === true,
  );
}

export function expectSameTexts(expect: Expect, trace: Trace, reached: readonly EntryOf<"opened">[]): void {
  const requested = requestedTexts(trace);
  for (const entry of reached) {
    if (!expect("message opened by the WhatsApp user", entry.error ?? "yes", entry).is("yes")) continue;
    expect("content type", entry.content?.type, entry).is("text");
    expect("text", String(entry.content?.["text"]), entry).isOneOf(requested.get(entry.messageId) ?? []);
  }
}
