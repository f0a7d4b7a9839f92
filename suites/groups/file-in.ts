import { groupDeliveries } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { sealedMessages, shown } from "../kit/texts.js";
import { groupFiles } from "../scenarios/groups.js";
import { expectWholeFile } from "../scenarios/media-in.js";

export default check("groups/file-in", {
  requirement: "G-28",
  scenario: groupFiles,
  reached(trace) {
    const delivered = new Set(groupDeliveries(trace).map(({ node }) => node.attrs["id"]));
    return sealedMessages(trace).filter(
      ({ messageId, content }) => content.type === "media" && delivered.has(messageId),
    );
  },
  judge({ expect, reached: [sent], trace }) {
    expectWholeFile(expect, trace, sent);
    const [event] = shown(trace, sent.messageId);
    if (event === undefined) return;
    expect("author of the file", event.event["from"], event).is(sent.user);
    expect("group of the file", event.event["group"], event).is(sent.to);
  },
  hint: "A message of a group holds whatever a message between two holds: fetch, verify and show its file in the same way, as its author's.",
  mutants: {
    "group-hides-files": "file shown to the user",
    "opens-documents-as-images": "file shown to the user",
    "group-cuts-files-in": "file",
    "group-taken-for-author": "author of the file",
    "group-shown-as-direct": "group of the file",
  },
});
