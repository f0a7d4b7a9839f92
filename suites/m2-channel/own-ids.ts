import { converse } from "../kit/conversation.js";
import { check, type EntryOf, type Trace } from "../kit/index.js";
import { openedMessages, sealedMessages, shown } from "../kit/texts.js";
import { untilTaken } from "../kit/waiting.js";

export default check("m2-channel/own-ids", {
  requirement: "M2-96",
  needs: ["text", "text-receive"],
  async drive(context) {
    const [bob, alice] = [await context.meta.user(), await context.provider.connectedUser()];
    const talk = converse(context, { alice, bob });
    await talk.hears("First, something that works.");
    const id = await talk.says("Answer this one under its own id.");
    await bob.send(alice.login, { type: "text", text: "This is the answer." }, id);
    await untilTaken(context, alice, id);
  },
  // The first message was shown, and the id is that of a message which went the other way.
  reached: (trace) => {
    const [first] = sealedMessages(trace);
    return first === undefined || shown(trace, first.messageId).length === 0 ? [] : answers(trace);
  },
  judge({ expect, reached, trace }) {
    for (const answer of reached) {
      const events = shown(trace, answer.messageId);
      expect("times a message under the id of an own one is shown", events.length, events.at(-1) ?? answer).is(1);
    }
  },
  hint: "An id belongs to its sender: a contact may use one that your user has used.",
  mutants: { "takes-own-ids-for-echoes": "times a message under the id of an own one is shown" },
});

function answers(trace: Trace): readonly EntryOf<"sealed">[] {
  const own = openedMessages(trace).map(({ messageId }) => messageId);
  return sealedMessages(trace).filter(({ messageId }) => own.includes(messageId));
}
