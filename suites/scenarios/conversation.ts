import { converse } from "../kit/conversation.js";
import { type Check, check, type CheckRow, scenario } from "../kit/index.js";
import { textsIn } from "../kit/json.js";
import { expectSameTexts, openedWith } from "../kit/texts.js";

/**
 * Two people talk: two texts from the provider's user before any answer, an answer, one more text each way, and two texts
 * after a new login. Texts leave ASCII on purpose.
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
});

/** The provider's user writes texts of a kind, and the WhatsApp user reads what was written. */
export function sendsTexts(id: string, row: CheckRow & { readonly fits: (text: string) => boolean }): Check {
  return check(id, {
    ...row,
    scenario: conversation,
    reached: (trace) => openedWith(trace, row.fits),
    judge: ({ expect, reached, trace }) => expectSameTexts(expect, trace, reached),
  });
}
