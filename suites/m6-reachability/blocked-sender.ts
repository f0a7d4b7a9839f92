import { type Call, calls, ending, resultMember } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { receiptReports } from "../kit/receipts.js";
import { openedMessages } from "../kit/texts.js";
import { reachability } from "../scenarios/requests.js";

export default check("m6-reachability/blocked-sender", {
  requirement: "M6-06",
  version: 2,
  scenario: reachability,
  needs: ["receipts"],
  // The server took a message for the contact who had opted in, and the contact never saw it; the next one, to somebody
  // else, arrived.
  reached(trace) {
    const [notice] = calls(trace, "reachability.notify");
    if (notice === undefined) return [];
    const opened = new Set(openedMessages(trace).map(({ messageId }) => messageId));
    const later = calls(trace.after(notice.request), "message.send");
    const arrived = (call: Call): boolean => opened.has(resultMember(call, "id") ?? "");
    const last = later.at(-1);
    if (last === undefined || !arrived(last)) return [];
    // What the client refused to send, the server did not take.
    return later.flatMap((call) => (arrived(call) || ending(call) !== "ok" ? [] : (call.response ?? [])));
  },
  judge({ expect, reached: [taken], trace }) {
    const call = calls(trace, "message.send").find(({ response }) => response === taken);
    const reports = receiptReports(trace, (call && resultMember(call, "id")) ?? "", "delivered");
    expect("message shown as delivered without a receipt", reports.length, reports[0] ?? taken).is(0);
  },
  hint: "Delivered is what the recipient's receipt says. The server's ack only means that the server has the message.",
  mutants: { "delivered-when-taken": "message shown as delivered without a receipt" },
});
