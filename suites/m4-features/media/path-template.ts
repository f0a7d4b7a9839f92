import { parseDownloadPath } from "../../../protocol/media/paths.js";
import { openedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { textIn } from "../../kit/json.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/path-template", {
  requirement: "M4-07",
  scenario: mediaOut,
  reached: (trace) => openedFiles(trace),
  judge({ expect, reached }) {
    for (const entry of reached) {
      const path = textIn(entry.content, "directPath") ?? "";
      const fits = parseDownloadPath(path) !== undefined;
      expect("path of the file", fits ? "fits the template" : path, entry).is("fits the template");
    }
  },
  hint: "Write the path without a host: /interop/whatsapp/download/, your identifier, a slash, the storage reference, and a slash.",
  mutants: { "file-path-without-slash": "path of the file", "file-path-with-host": "path of the file" },
  lawful: ["sends-documents-only", "file-refs-as-uuids"],
});
