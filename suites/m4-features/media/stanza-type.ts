import { requestedFiles } from "../../kit/files.js";
import { check, childOf } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/stanza-type", {
  requirement: "M4-21",
  scenario: mediaOut,
  reached(trace) {
    const requested = requestedFiles(trace);
    return trace.stanzas.fromProvider.tag("message").where(({ node }) => requested.has(node.attrs["id"] ?? "")).list;
  },
  judge({ expect, reached, trace }) {
    const requested = requestedFiles(trace);
    for (const entry of reached) {
      const type = requested.get(entry.node.attrs["id"] ?? "")?.type;
      expect("type of the message", entry.node.attrs["type"], entry).is("media");
      const named = childOf(entry.node, "enc")?.attrs["mediatype"];
      if (named !== undefined) expect("mediatype of the enc", named, entry).is(type === "voice" ? "ptt" : (type ?? ""));
    }
  },
  hint: "Send files in messages of type media; the mediatype of enc is image, video, audio, ptt (voice) or document.",
  mutants: { "file-message-as-text": "type of the message", "wrong-mediatype": "mediatype of the enc" },
  lawful: ["no-mediatype"],
});
