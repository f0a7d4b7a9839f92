import { ending, lastCall } from "../kit/calls.js";
import { showText } from "../kit/conversation.js";
import { check } from "../kit/index.js";
import { sealedMessages, shown } from "../kit/texts.js";
import { leave } from "../kit/waiting.js";

export default check("m3-messaging/re-enlistment", {
  requirement: "M3-89",
  needs: ["text-receive"],
  async drive(context) {
    const { meta } = context;
    const { alice, bob } = await showText(context);
    await leave(context, alice);
    meta.clock.advance((meta.profile.mailbox.inactivityDays + 1) * 86_400_000);
    await alice.tryConnect();
    await alice.tryEnlist();
    if (!(await alice.tryConnect()).ok) return;
    const { id } = await bob.send(alice.login, { type: "text", text: "Welcome back." });
    await alice.event("message", (event) => event["id"] === id);
  },
  reached(trace) {
    const [jump] = trace.of("clock");
    return jump === undefined ? [] : trace.after(jump).of("login", ({ outcome }) => outcome === "refused")[0];
  },
  judge({ expect, reached: [refusal], trace }) {
    const enlisted = trace.after(refusal).of("enlistment");
    expect("enlistments after the account was removed", enlisted.length > 0, enlisted[0] ?? refusal).is(true);
    const call = lastCall(trace, "user.connect");
    if (call !== undefined) expect("login after enlisting anew", ending(call), call.response ?? refusal).is("ok");
    const message = sealedMessages(trace.after(refusal)).at(-1);
    if (message === undefined) return;
    const events = shown(trace, message.messageId);
    expect("message after enlisting anew", events.length > 0, events[0] ?? message).is(true);
  },
  hint: "Meta removes an account that was away for 30 days. When the login is refused for that, enlist the user anew.",
  mutants: {
    "enlists-once": "enlistments after the account was removed",
    "enlists-again-with-other-key": "login after enlisting anew",
  },
});
