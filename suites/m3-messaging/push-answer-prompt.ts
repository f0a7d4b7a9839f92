import { showText } from "../kit/conversation.js";
import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { fromNow, leave } from "../kit/waiting.js";

export default check("m3-messaging/push-answer-prompt", {
  requirement: "M3-119",
  needs: ["push", "text-receive", "timing"],
  timeBound: "a push is answered before the client gives up on a silent server",
  async drive(context) {
    const { meta, wait } = context;
    const { alice, bob } = await showText(context);
    await leave(context, alice);
    meta.arm({ fault: "server-hello-withheld" });
    const since = fromNow(context);
    await bob.send(alice.login, { type: "text", text: "Nobody answers you yet." });
    await wait("connection", ({ event }) => event === "closed", since);
    await wait("http", ({ server, part }) => server === "push" && part === "response", since);
    await alice.tryConnect();
  },
  // The client came because of a push, and the chat server was silent.
  reached(trace) {
    const [silence] = appliedFaults(trace, "server-hello-withheld");
    return silence && trace.before(silence).http.server("push").requests.list.at(-1);
  },
  judge({ expect, reached: [push], trace }) {
    const answer = trace.http.counterpart(push);
    const closed = trace.after(push).of("connection", ({ event }) => event === "closed")[0];
    // An answer that waits for the client comes when the client gives up, a moment before or after.
    const isPrompt = answer !== undefined && (closed === undefined || answer.at < (push.at + closed.at) / 2);
    expect("push answered while the chat server was silent", isPrompt, answer ?? push).is(true);
  },
  hint: "Answer a push at once, and connect afterwards: Meta does not wait for what it leads to.",
  mutants: { "push-answered-late": "push answered while the chat server was silent" },
});
