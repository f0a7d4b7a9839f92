import { calls, contentIn, ending } from "../kit/calls.js";
import { converse } from "../kit/conversation.js";
import { type Check, check, type CheckRow, type EntryOf, scenario, type Trace, type TraceEntry } from "../kit/index.js";
import { appliedFaults } from "../kit/faults.js";
import { textIn, textsIn } from "../kit/json.js";
import { expectText, longTexts, oddTextOf, oddTexts, textFinding } from "../kit/odd-texts.js";
import { deliveries, expectSameTexts, isOpen, isOpening, openedWith, sealedMessages, shown } from "../kit/texts.js";

/**
 * Two people talk: two texts from the provider's user before any answer, an answer, one more text each way, and two texts
 * after a new login. Texts leave ASCII on purpose. At the end each sends the texts that software has changed on their way;
 * the WhatsApp user also writes in the extended form.
 */
export const conversation = scenario("scenarios/conversation", ["text", "text-receive"], async (context) => {
  const { meta, provider } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const talk = converse(context, { alice, bob }, "receipt");
  const says = async (text: string): Promise<void> => {
    const id = await talk.says(text);
    if (provider.capabilities.has("receipts")) {
      await alice.event("receipt", (event) => textsIn(event, "ids").includes(id));
    }
  };

  await says("Hello Bob, this is Alice. Grüße aus Łódź");
  await says("Are you there? 👋🏽");
  await talk.hears("Hello Alice, I read you. 日本語も 👍");
  await says("Good. One more after your answer.");
  await talk.hears("And one more from me: \u202bعربي\u202c");
  await alice.disconnect();
  await alice.connect();
  await says("Back again on a new connection.");
  await says("And one more behind it.");

  let last: string | undefined;
  const texts = [...longTexts(meta.profile), ...oddTexts];
  for (const { text } of texts) {
    const sent = await alice.trySend(bob.jid, { type: "text", text });
    if (sent.ok) last = sent.result.id;
  }
  // Messages keep their order: when the last has come, all have.
  const id = last;
  if (id !== undefined) {
    await context.wait("opened", isOpening(id));
    if (provider.capabilities.has("receipts"))
      await alice.event("receipt", (event) => textsIn(event, "ids").includes(id));
  }
  for (const form of textForms) {
    meta.arm({ fault: "text-extended", params: { form } });
    await bob.send(alice.login, { type: "text", text: `Read https://example.org/a_b, ${form}` });
  }
  for (const { text } of oddTexts.slice(0, -1)) await bob.send(alice.login, { type: "text", text });
  await talk.hears(oddTexts.at(-1)?.text ?? "");
  // A client that cannot read one of these may read nothing behind it.
  for (const { text } of longTexts(meta.profile)) await talk.hears(text);
});

/** In addition to `conversation`, where ordinary clients write a text that has a link or settings. */
export const textForms = ["bare", "empty-context", "link-preview"] as const;

/**
 * The provider's user writes texts of a kind, and the WhatsApp user reads what was written.
 *
 * @param row `mayRefuse`: a provider that refuses to send such texts passes.
 */
export function sendsTexts(
  id: string,
  row: CheckRow & { readonly fits: (text: string) => boolean; readonly mayRefuse?: true },
): Check {
  return check(id, {
    ...row,
    scenario: conversation,
    reached(trace): readonly TraceEntry[] {
      const isPlain = (text: string): boolean => oddTextOf(text) === undefined;
      const plainOpens = openedWith(trace, isPlain).every(isOpen);
      // Where plain texts do not open either, it is not for the text.
      const opened = openedWith(trace, (text) => row.fits(text) && (plainOpens || oddTextOf(text)?.kind === undefined));
      return opened.length > 0 || row.mayRefuse !== true ? opened : refusals(trace, row.fits);
    },
    judge: ({ expect, reached, trace }) =>
      expectSameTexts(
        expect,
        trace,
        reached.filter((entry) => entry.kind === "opened"),
      ),
  });
}

/** The calls to send such a text that the provider refused. */
function refusals(trace: Trace, fits: (text: string) => boolean): readonly EntryOf<"driver">[] {
  return calls(trace, "message.send")
    .filter((call) => ending(call) !== "ok" && fits(textIn(contentIn(call), "text") ?? ""))
    .map(({ request }) => request);
}

/** The WhatsApp user's texts of a kind are shown as they were written. Extended ones: m3-messaging/text-forms. */
export function showsTexts(id: string, row: CheckRow & { readonly fits: (text: string) => boolean }): Check {
  return check(id, {
    ...row,
    scenario: conversation,
    reached(trace) {
      const extended = appliedFaults(trace, "text-extended").map(({ messageId }) => messageId);
      return sealedMessages(trace).filter(
        ({ content, messageId }) =>
          row.fits(textIn(content, "text") ?? "") &&
          !extended.includes(messageId) &&
          deliveries(trace, messageId).length > 0,
      );
    },
    judge({ expect, reached, trace }) {
      for (const entry of reached) {
        const [event] = shown(trace, entry.messageId);
        if (!expect("message shown to the user", event === undefined ? "no" : "yes", event ?? entry).is("yes"))
          continue;
        const content = event?.event["content"];
        expect("type of the message", textIn(content, "type"), event).is("text");
        const text = textIn(entry.content, "text") ?? "";
        expectText(expect, textFinding(text), textIn(content, "text"), text, event ?? entry);
        expect("sender", event?.event["from"], event).is(entry.user);
      }
    },
  });
}
