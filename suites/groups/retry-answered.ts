import { appliedFaults } from "../kit/faults.js";
import { gotKeys, openedInGroup } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/retry-answered", {
  requirement: "G-11",
  scenario: groupTalk,
  reached: (trace) => (gotKeys(trace) ? appliedFaults(trace) : []),
  judge({ expect, reached: [fault], trace }) {
    const again = openedInGroup(trace.after(fault)).find(({ shared }) => shared === undefined);
    if (!expect("message sealed for the asking member", again === undefined ? "no" : "yes", again ?? fault).is("yes")) {
      return;
    }
    expect("id of the message sent again", again?.messageId, again).is(fault.messageId);
    expect("message sent again opens", again?.error ?? "yes", again).is("yes");
    expect("key with the message sent again", again?.distributed === undefined ? "none" : "sent", again).is("sent");
  },
  hint: "Answer a member's retry receipt by sealing the message in the session with that member, never as skmsg, under the same id and with your sender key in it.",
  mutants: {
    "group-ignores-retry": "message sealed for the asking member",
    "group-new-id-on-retry": "id of the message sent again",
    "group-resends-without-key": "key with the message sent again",
  },
});
