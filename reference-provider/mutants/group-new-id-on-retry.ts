import { mutant } from "../behaviour/variation.js";
import { groupMessageAgain } from "../stanzas/groups.js";

export default mutant("group-new-id-on-retry", "Sends a message to a member again under another id", {
  groups: { again: (resend, sealed) => groupMessageAgain({ ...resend, id: `${resend.id}0` }, sealed) },
});
