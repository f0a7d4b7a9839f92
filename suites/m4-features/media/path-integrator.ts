import { parseDownloadPath } from "../../../protocol/media/paths.js";
import { openedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { textIn } from "../../kit/json.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/path-integrator", {
  requirement: "M4-08",
  scenario: mediaOut,
  reached: (trace) =>
    openedFiles(trace).filter(({ content }) => parseDownloadPath(textIn(content, "directPath") ?? "") !== undefined),
  judge({ expect, reached, profile }) {
    const { integrator, media } = profile;
    const wanted = media.integratorForm === "slug" ? integrator.slug : `${integrator.id}`;
    for (const entry of reached) {
      const path = parseDownloadPath(textIn(entry.content, "directPath") ?? "");
      expect("identifier in the path", path?.integrator, entry).is(wanted);
    }
  },
  hint: "Use the identifier that Meta gave you, in the form that the profile names (media.integratorForm).",
  mutants: { "file-path-with-number": "identifier in the path" },
});
