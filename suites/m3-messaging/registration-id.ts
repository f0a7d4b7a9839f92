import { check } from "../kit/index.js";
import { openedMessages } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/registration-id", {
  requirement: "M3-05",
  scenario: conversation,
  reached: (trace) =>
    trace.of("enlistment").length === 0
      ? []
      : openedMessages(trace).filter((entry) => entry.inspection?.kind === "pkmsg"),
  judge({ expect, reached, trace }) {
    const enlisted = trace.of("enlistment").at(-1)?.arguments ?? {};
    for (const entry of reached) {
      expect("registration id", entry.inspection?.registrationId, entry).is(
        Number.parseInt(enlisted["e_regid"] ?? "", 16),
      );
      expect("identity key", entry.inspection?.identityKey, entry).is(enlisted["e_ident"] ?? "");
    }
  },
  hint: "Name the same registration id and identity in pre-key messages as at enlistment; e_regid is big-endian.",
  mutants: {
    "other-registration-id": "registration id",
    "enlist-little-endian-id": "registration id",
  },
});
