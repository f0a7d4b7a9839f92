import { check } from "../kit/index.js";
import { leave } from "../kit/leave.js";
import { exchangeText, sealedMessages, shown } from "../kit/texts.js";

export default check("m3-messaging/push-reconnect", {
  requirement: "M3-28",
  needs: ["push", "text-receive"],
  async drive(context) {
    const { alice, bob } = await exchangeText(context);
    await leave(context, alice);
    const { id } = await bob.send(alice.login, { type: "text", text: "Wake up." });
    await alice.event("message", (event) => event["id"] === id);
  },
  reached: (trace) => trace.http.face("push").requests.list,
  judge({ expect, reached: [push], trace }) {
    expect("status of the push answer", trace.http.counterpart(push)?.status ?? "none", push).is(200);
    const message = sealedMessages(trace).at(-1);
    const events = message === undefined ? [] : shown(trace, message.messageId);
    expect("message shown after the push", events.length > 0, events[0] ?? push).is(true);
  },
  hint: "Answer Meta's push with 200 and connect the user whom it names, so that the mailbox can be fetched.",
  mutants: { "ignores-push": "message shown after the push", "loses-offline-messages": "message shown after the push" },
});
