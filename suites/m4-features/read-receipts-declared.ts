import { handshakes, payloadOf } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { readReceipts } from "../kit/receipts.js";
import { receipts } from "../scenarios/receipts.js";

export default check("m4-features/read-receipts-declared", {
  requirement: "M4-62",
  scenario: receipts,
  reached: readReceipts,
  judge({ expect, reached, trace }) {
    for (const receipt of reached) {
      const login = handshakes(trace, "client-finish").find((entry) => entry.connection === receipt.connection);
      const declared = login === undefined ? undefined : payloadOf(login)["readReceipts"];
      if (!expect("read receipts enabled at login", declared ?? false, login ?? receipt).is(true)) return;
    }
  },
  hint: "Set enableReadReceipts in the client payload of a connection on which you send read receipts.",
  mutants: { "undeclared-read-receipts": "read receipts enabled at login" },
});
