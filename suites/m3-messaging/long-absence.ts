import { showText } from "../kit/conversation.js";
import { check } from "../kit/index.js";
import { deliveries, sealedMessages, shown } from "../kit/texts.js";
import { leave } from "../kit/waiting.js";

export default check("m3-messaging/long-absence", {
  requirement: "M3-88",
  needs: ["text-receive"],
  async drive(context) {
    const { meta } = context;
    const { alice, bob } = await showText(context);
    await leave(context, alice);
    meta.arm({ fault: "push-withheld", times: "always" });
    const { id } = await bob.send(alice.login, { type: "text", text: "This has waited for weeks." });
    const { retentionDays, inactivityDays } = meta.profile.mailbox;
    meta.clock.advance((Math.min(retentionDays, inactivityDays) - 1) * 86_400_000);
    await alice.connect();
    await alice.event("message", (event) => event["id"] === id);
  },
  reached(trace) {
    const [jump] = trace.of("clock");
    return jump === undefined
      ? []
      : sealedMessages(trace).flatMap(({ messageId }) => deliveries(trace.after(jump), messageId));
  },
  judge({ expect, reached: [delivery], trace }) {
    const events = shown(trace, delivery.node.attrs["id"] ?? "");
    expect("message that waited for weeks shown", events.length > 0, events[0] ?? delivery).is(true);
  },
  hint: "The mailbox keeps messages for weeks: take whatever comes out of it, however old.",
  mutants: {
    "loses-first-waiting-message": "message that waited for weeks shown",
    "drops-old-messages": "message that waited for weeks shown",
    "loses-offline-messages": "message that waited for weeks shown",
  },
});
