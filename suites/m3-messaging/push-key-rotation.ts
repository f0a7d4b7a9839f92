import { showText } from "../kit/conversation.js";
import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { leave } from "../kit/waiting.js";

export default check("m3-messaging/push-key-rotation", {
  requirement: "M3-47",
  needs: ["push", "text-receive"],
  async drive(context) {
    const { meta, wait } = context;
    const { alice, bob } = await showText(context);
    const wakes = async (text: string): Promise<void> => {
      await leave(context, alice);
      const { id } = await bob.send(alice.login, { type: "text", text });
      await alice.event("message", (event) => event["id"] === id);
    };
    await wakes("Signed with the first key.");
    meta.arm({ fault: "push-key-rotated" });
    await wakes("Signed with a new one.");
    // A client may have come back by itself before the push was answered.
    const rotated = await wait("fault", ({ event }) => event === "applied");
    if (rotated !== undefined)
      await wait("http", ({ server, part }) => server === "push" && part === "response", { after: rotated });
  },
  // m3-messaging/push-reconnect judges a provider that accepts no push at all.
  reached: (trace) =>
    trace.http.server("push").responses.where(({ status }) => status === 200).list.length === 0
      ? []
      : appliedFaults(trace),
  judge({ expect, reached: [fault], trace }) {
    const push = trace.after(fault).http.server("push").requests.list[0];
    const answer = push && trace.http.counterpart(push);
    expect("status of the answer to a push under a new key", answer?.status ?? "none", answer ?? fault).is(200);
  },
  hint: "Fetch Meta's key set again when a token names a key that you do not have: keys are changed without notice.",
  mutants: { "never-fetches-new-meta-keys": "status of the answer to a push under a new key" },
});
