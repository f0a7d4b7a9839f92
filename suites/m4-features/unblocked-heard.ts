import { calls } from "../kit/calls.js";
import { showText } from "../kit/conversation.js";
import { check } from "../kit/index.js";
import { sealedMessages, shown } from "../kit/texts.js";

export default check("m4-features/unblocked-heard", {
  requirement: "M4-99",
  needs: ["text-receive", "blocking"],
  async drive(context) {
    const { alice, bob } = await showText(context);
    await alice.block(bob.jid);
    await alice.unblock(bob.jid);
    const { id } = await bob.send(alice.login, { type: "text", text: "May I speak again?" });
    await alice.event("message", (event) => event["id"] === id);
  },
  // The contact had been heard before, and was let in again.
  reached(trace) {
    const [first] = sealedMessages(trace);
    if (first === undefined || shown(trace, first.messageId).length === 0) return [];
    return calls(trace, "contact.unblock").flatMap(({ response }) => response ?? []);
  },
  judge({ expect, reached: [letIn], trace }) {
    const said = sealedMessages(trace.after(letIn)).at(-1);
    const events = said === undefined ? [] : shown(trace, said.messageId);
    expect(
      "message of a contact who was let in again",
      events.length > 0 ? "shown" : "not shown",
      events[0] ?? letIn,
    ).is("shown");
  },
  hint: "Unblock where you blocked: at the server, and in whatever list your client keeps.",
  mutants: { "unblock-not-sent": "message of a contact who was let in again" },
});
