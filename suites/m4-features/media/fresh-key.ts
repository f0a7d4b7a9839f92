import { openedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { textIn } from "../../kit/json.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/fresh-key", {
  requirement: "M4-12",
  scenario: mediaOut,
  reached: (trace) => openedFiles(trace),
  judge({ expect, reached }) {
    const keys = reached.map(({ content }) => textIn(content, "mediaKeySha256"));
    expect("digests of media keys", keys, reached[0]).isUnique();
  },
  hint: "Draw 32 random bytes for each message; the IV comes from the key, so a key used twice shows what files have in common.",
  mutants: { "reuses-file-key": "digests of media keys" },
});
