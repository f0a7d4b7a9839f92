import { identifiedCalls, parameter, resultMember } from "./calls.js";
import type { EntryOf, Trace } from "./index.js";
import { memberOf } from "./json.js";
import { isOpen } from "./texts.js";
import { type Reference, referenceIn } from "./replies.js";

type Opened = EntryOf<"opened">;

/** A reaction that the harness asked for, and what the WhatsApp user made of it. */
export interface OpenedReaction {
  readonly opened: Opened;
  readonly wanted: { readonly target: Reference; readonly emoji: string };
}

/** Every opening that succeeded, but for copies on own devices; a reaction that was sent again is there twice. */
export function openedReactions(trace: Trace): readonly OpenedReaction[] {
  return identifiedCalls(trace, "message.react").flatMap((call) => {
    const { params } = call.request;
    const target = referenceIn(memberOf(params, "target"));
    const wanted = { target, emoji: parameter(call, "emoji") ?? "" };
    const id = resultMember(call, "id");
    const isTheirs = (entry: Opened): boolean => entry.sentTo === undefined && entry.messageId === id && isOpen(entry);
    return trace.of("opened", isTheirs).map((opened) => ({ opened, wanted }));
  });
}

/** Id of the message that an opened reaction is about, and whether its sender claims to have written it. */
export function targetOf({ content }: Opened): { readonly id: string; readonly fromMe: boolean } {
  const target = content?.["target"];
  const id = memberOf(target, "id");
  return { id: typeof id === "string" ? id : "", fromMe: memberOf(target, "fromMe") === true };
}

/** Reactions that simulated users sealed for the provider's user. */
export function sealedReactions(trace: Trace): readonly EntryOf<"sealed">[] {
  return trace.of("sealed", ({ content }) => content.type === "reaction");
}

/** Reactions shown to the provider's user, for the message with this id. */
export function shownReactions(trace: Trace, target: string): readonly EntryOf<"event">[] {
  return trace.of("event", ({ event }) => event.kind === "reaction" && memberOf(event["target"], "id") === target);
}
