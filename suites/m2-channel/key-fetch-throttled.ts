import { deliverText, tryToSay } from "../kit/conversation.js";
import { appliedFaults, faultsAfterText } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { keyFetches, mostRepetitions, quickRepetitions } from "../kit/keys.js";
import { probed, probeAnswer, probeOf } from "../kit/probes.js";

export default check("m2-channel/key-fetch-throttled", {
  requirement: "M2-141",
  needs: ["text"],
  async drive(context) {
    const { alice } = await deliverText(context);
    const bob = await context.meta.user();
    const probe = await probeOf(context, alice, "before");
    context.meta.arm({ fault: "key-fetch-throttled", account: alice.login, times: 5 });
    await tryToSay(context, alice, bob.jid, "Whose keys are not handed out now.");
    // What a client asks for behind the user's back has arrived by then.
    await probe.ask("after");
  },
  reached: (trace) => (probeAnswer(trace, "after") === undefined ? [] : faultsAfterText(trace)),
  judge({ expect, reached: [first], trace }) {
    const again = quickRepetitions(appliedFaults(trace), keyFetches(trace.after(first)));
    expect("fetches right after a throttled one", again.length, again[0] ?? first).isAtMost(mostRepetitions);
  },
  hint: "Wait before you ask again for keys that the server refused with 429, longer each time, or report the message as failed: to ask at once makes the limit worse.",
  mutants: { "repeats-throttled-fetch": "fetches right after a throttled one" },
  lawful: ["repeats-refused-fetch", ...probed],
});
