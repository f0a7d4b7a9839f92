import { expectFollowerShown, faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/content-unknown", {
  requirement: "M3-37",
  version: 2,
  scenario: oddMessages,
  reached: (trace) => faultsOnMessages(trace, "content-unknown"),
  judge({ expect, reached: [fault], trace }) {
    const retries = receipts(trace, fault.messageId ?? "", "retry");
    expect("retry receipts for what decrypts", retries.length, retries[0] ?? fault).is(0);
    expectFollowerShown(expect, trace, fault);
  },
  hint: "Content that decrypts and is of a type you do not know will not become known by a retry: show a placeholder or nothing.",
  mutants: {
    "crashes-on-unknown-content": "next message shown",
    "retries-unknown-content": "retry receipts for what decrypts",
  },
});
