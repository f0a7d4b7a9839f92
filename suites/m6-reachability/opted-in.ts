import { calls, ending, parameter, resultMember } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { openedMessages } from "../kit/texts.js";
import { reachability } from "../scenarios/requests.js";

export default check("m6-reachability/opted-in", {
  requirement: "M6-04",
  scenario: reachability,
  // The first message after the notice is asked for when the contact has opted in; one to somebody else had gone through.
  reached(trace) {
    const [notice] = calls(trace, "reachability.notify");
    const to = notice && parameter(notice, "to");
    const works = notice !== undefined && openedMessages(trace.before(notice.request)).length > 0;
    const later = !works ? [] : calls(trace.after(notice.request), "message.send");
    return later.find((call) => parameter(call, "to") === to)?.request;
  },
  judge({ expect, reached: [asked], trace }) {
    const call = calls(trace, "message.send").find(({ request }) => request === asked);
    if (call === undefined) return;
    expect("message to a user who has opted in", ending(call), call.response ?? asked).is("ok");
    const opened = openedMessages(trace).some(({ messageId }) => messageId === resultMember(call, "id"));
    expect("message to a user who has opted in arrived", opened, call.response ?? asked).is(true);
  },
  hint: "A refusal is about now: the contact may opt in at any time. Let the server decide about each message.",
  mutants: { "remembers-refusal": "message to a user who has opted in" },
});
