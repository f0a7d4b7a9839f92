import type { MessageReference } from "../../harness/ports/provider-side.js";
import { identifiedCalls, parameter, referenceIn, resultMember } from "../kit/calls.js";
import { converse, showText } from "../kit/conversation.js";
import { type EntryOf, scenario, type Trace } from "../kit/index.js";
import { memberOf, textIn } from "../kit/json.js";
import { deliveries, isOpen, isOpening } from "../kit/texts.js";
import { isAnswerTo } from "../kit/waiting.js";

type Opened = EntryOf<"opened">;

/**
 * Each side reacts to a message of the other and to one of its own, with emoji in several spellings, with another one in
 * the place of the first, and takes a reaction back. Then both react to a message that came only when it was asked for again.
 * The last reaction of the provider's user gets lost on its way and is asked for again.
 */
export const reactions = scenario("scenarios/reactions", ["text", "text-receive", "reactions"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob } = await showText(context);
  const heard = await bob.send(alice.login, { type: "text", text: "Look at this." });
  await alice.event("message", (event) => event["id"] === heard.id);
  const theirs = { id: heard.id, from: bob.jid };
  const own = { id: await converse(context, { alice, bob }).says("I see."), from: alice.login };

  const reacts = async (target: MessageReference, emoji: string): Promise<string> => {
    const { id } = await alice.react(bob.jid, target, emoji);
    await wait("opened", isOpening(id));
    return id;
  };
  await reacts(theirs, "👍");
  await reacts(own, "❤️");
  await reacts(theirs, "");
  for (const emoji of spellings) await reacts(theirs, emoji);

  for (const [target, emoji] of [
    [own, "😂"],
    [own, "\u2764\ufe0f"],
    [theirs, "🙏🏽"],
    [theirs, "\u2764"],
    [own, ""],
  ] as const) {
    const { id } = await bob.send(alice.login, { type: "reaction", target, emoji });
    await alice.event("reaction", (event) => event["emoji"] === emoji);
    await wait("stanza", isAnswerTo(id));
  }

  meta.arm({ fault: "ciphertext-corrupted" });
  const late = await bob.send(alice.login, { type: "text", text: "Can you read this at once?" });
  if ((await alice.event("message", (event) => event["id"] === late.id)) !== undefined) {
    const target = { id: late.id, from: bob.jid };
    await reacts(target, "👀");
    await bob.send(alice.login, { type: "reaction", target, emoji: "🐢" });
    await alice.event("reaction", (event) => event["emoji"] === "🐢");
  }

  meta.arm({ fault: "retry-requested" });
  const lost = await reacts(theirs, "🎉");
  const asked = await wait("fault", ({ event, fault }) => event === "applied" && fault === "retry-requested");
  if (asked !== undefined) await wait("opened", isOpening(lost), { after: asked });
});

/** The same heart bare and with the selector for emoji, and emoji of several characters. */
const spellings: readonly string[] = [
  "\u2764",
  "\u2764\ufe0f",
  "1\ufe0f\u20e3",
  "\u{1f1ea}\u{1f1fa}",
  "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}",
];

/** A reaction that the harness asked for, and what the WhatsApp user made of it. */
export interface OpenedReaction {
  readonly opened: Opened;
  readonly wanted: { readonly target: MessageReference; readonly emoji: string };
}

/** Every opening that succeeded, except copies on own devices; a reaction that was sent again is there twice. */
export function openedReactions(trace: Trace): readonly OpenedReaction[] {
  return identifiedCalls(trace, "message.react").flatMap((call) => {
    const target = referenceIn(call, "target") ?? { id: "", from: "" };
    const wanted = { target, emoji: parameter(call, "emoji") ?? "" };
    const id = resultMember(call, "id");
    const isTheirs = (entry: Opened): boolean => entry.sentTo === undefined && entry.messageId === id && isOpen(entry);
    return trace.of("opened", isTheirs).map((opened) => ({ opened, wanted }));
  });
}

/** Id of the message that an opened reaction is about, and whether its sender claims to have written it. */
export function targetOf({ content }: Opened): { readonly id: string; readonly fromMe: boolean } {
  const target = content?.["target"];
  return { id: textIn(target, "id") ?? "", fromMe: memberOf(target, "fromMe") === true };
}

/** Reactions that simulated users sealed and that came to the provider's user; a removal has no emoji. */
export function deliveredReactions(trace: Trace, kind: "emoji" | "removal"): readonly EntryOf<"sealed">[] {
  return trace.of(
    "sealed",
    ({ content, messageId }) =>
      content.type === "reaction" &&
      (content["emoji"] === "") === (kind === "removal") &&
      deliveries(trace, messageId).length > 0,
  );
}

/** Reactions shown to the provider's user, for the message with this id. */
export function shownReactions(trace: Trace, target: string): readonly EntryOf<"event">[] {
  return trace.of("event", ({ event }) => event.kind === "reaction" && memberOf(event["target"], "id") === target);
}
