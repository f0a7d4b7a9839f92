import { calls } from "../kit/calls.js";
import { showText } from "../kit/conversation.js";
import { check } from "../kit/index.js";
import { sealedMessages, shown } from "../kit/texts.js";

export default check("m4-features/unblocked-heard", {
  requirement: "M4-99",
  version: 2,
  needs: ["text-receive", "blocking"],
  async drive(context) {
    const { alice, bob } = await showText(context);
    const carol = await context.meta.user();
    for (const contact of [bob, carol]) await alice.block(contact.jid);
    for (const contact of [bob, carol]) await alice.unblock(contact.jid);
    const said = [];
    for (const contact of [bob, carol])
      said.push(await contact.send(alice.login, { type: "text", text: "May I speak again?" }));
    for (const { id } of said) await alice.event("message", (event) => event["id"] === id);
  },
  // The contact had been heard before, and was let in again.
  reached(trace) {
    const [first] = sealedMessages(trace);
    if (first === undefined || shown(trace, first.messageId).length === 0) return [];
    return calls(trace, "contact.unblock").flatMap(({ response }) => response ?? []);
  },
  judge({ expect, reached: [letIn, ...others], trace }) {
    const lastLetIn = others.at(-1) ?? letIn;
    for (const said of sealedMessages(trace.after(lastLetIn))) {
      const events = shown(trace, said.messageId);
      expect(
        "message of a contact who was let in again",
        events.length > 0 ? "shown" : "not shown",
        events[0] ?? said,
      ).is("shown");
    }
  },
  hint: "Unblock where you blocked: at the server, and in whatever list your client keeps.",
  mutants: {
    "unblock-not-sent": "message of a contact who was let in again",
    "hides-unblocked": "message of a contact who was let in again",
  },
});
