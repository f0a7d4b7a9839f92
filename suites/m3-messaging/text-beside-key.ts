import { expectFollowerShown, faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { expectTaken, sealedMessages } from "../kit/texts.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/text-beside-key", {
  requirement: "M3-135",
  scenario: oddMessages,
  reached: (trace) => faultsOnMessages(trace, "sender-key-added").filter(({ params }) => params["content"] === "kept"),
  judge({ expect, reached: [fault], trace }) {
    for (const entry of sealedMessages(trace).filter(({ messageId }) => messageId === fault.messageId))
      expectTaken(expect, trace, entry, "a text with a sender key");
    expectFollowerShown(expect, trace, fault);
  },
  hint: "A message may contain a sender key and content: keep the key, and show the content.",
  mutants: { "loses-text-beside-key": "times a text with a sender key is shown" },
});
