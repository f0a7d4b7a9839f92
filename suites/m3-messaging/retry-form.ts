import { toHex } from "../../core/bytes.js";
import { reachedDeviant } from "../kit/faults.js";
import { bytesIn, check, childOf } from "../kit/index.js";
import { deliveries } from "../kit/texts.js";
import { corruptedMessage, retriesOf } from "../scenarios/retries.js";

export default check("m3-messaging/retry-form", {
  requirement: "M3-31",
  scenario: corruptedMessage,
  // Whether there is a retry receipt, and a registration in it, is judged by m3-messaging/ciphertext-corrupted.
  reached: (trace) => reachedDeviant(trace).flatMap((fault) => retriesOf(trace, fault)),
  judge({ expect, reached, trace }) {
    const enlisted = trace.of("enlistment").at(-1)?.arguments["e_regid"];
    for (const receipt of reached) {
      const id = receipt.node.attrs["id"] ?? "";
      const [message] = deliveries(trace, id);
      const retry = childOf(receipt.node, "retry")?.attrs ?? {};
      expect("id in a retry receipt", retry["id"], receipt).is(id);
      expect("t of a retry receipt", retry["t"], receipt).is(message?.node.attrs["t"]);
      expect("v of a retry receipt", retry["v"], receipt).is("1");
      const registration = bytesIn(childOf(receipt.node, "registration"));
      if (registration === undefined || enlisted === undefined) continue;
      expect("registration id in a retry receipt", toHex(registration), receipt).is(enlisted);
    }
  },
  hint: "Repeat id and t of the message in the retry child, with v 1, and name the registration id of your enlistment in four bytes.",
  mutants: {
    "retry-other-time": "t of a retry receipt",
    "retry-other-registration": "registration id in a retry receipt",
    "enlist-little-endian-id": "registration id in a retry receipt",
  },
});
