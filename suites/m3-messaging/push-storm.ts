import { showText } from "../kit/conversation.js";
import { check } from "../kit/index.js";
import { probeOf } from "../kit/probes.js";
import { isAnswerTo, leave } from "../kit/waiting.js";

export default check("m3-messaging/push-storm", {
  requirement: "M3-85",
  needs: ["push", "text-receive"],
  async drive(context) {
    const { wait } = context;
    const { alice, bob } = await showText(context);
    await leave(context, alice);
    const texts = ["One push", "another", "and a third"];
    const sent = await Promise.all(texts.map((text) => bob.send(alice.login, { type: "text", text })));
    for (const { id } of sent) await alice.event("message", (event) => event["id"] === id);
    for (const { id } of sent) await wait("stanza", isAnswerTo(id));
    await probeOf(context, alice, "after-the-storm");
  },
  // Several pushes, all of them before the first login that they led to.
  reached(trace) {
    const pushes = trace.http.server("push").requests.list;
    const login = pushes[0] && trace.after(pushes[0]).of("login")[0];
    return login === undefined ? [] : pushes.filter(({ seq }, index) => index > 0 && seq < login.seq);
  },
  judge({ expect, reached: [push], trace }) {
    const [left] = trace.of("driver", ({ method }) => method === "user.disconnect");
    const since = left === undefined ? trace : trace.after(left);
    const logins = since.of("login");
    expect("logins for several pushes", logins.length, logins.at(-1) ?? push).is(1);
  },
  hint: "A push for a user who is connected or about to be says nothing new: keep one connection.",
  mutants: { "new-client-for-each-push": "logins for several pushes" },
});
