import { mediaTypeIn, requestedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { fetchAnswers } from "../../scenarios/media-host.js";
import { mediaSizesOut, telling } from "../../scenarios/media-out.js";

export default check("m4-features/media/host-anonymous", {
  requirement: "M4-159",
  scenario: mediaSizesOut,
  reached: (trace) => fetchAnswers(trace),
  judge({ expect, reached, trace }) {
    const names = [...requestedFiles(trace).values()].flatMap(({ user, to, fileName }) =>
      [user, to, fileName].flatMap((name) => telling(name ?? "")),
    );
    const types = [...requestedFiles(trace).values()].map((file) => mediaTypeIn(file));
    for (const entry of reached) {
      const said = decoded(Object.values(entry.headers).join(" ")).toLowerCase();
      const type = mediaTypeIn({ mimetype: entry.headers["content-type"] ?? "" }) ?? "";
      expect("type of the file in the headers", types.includes(type) ? type : "not named", entry).is("not named");
      expect(
        "names in the headers of the media host",
        [...new Set(names)].filter((name) => said.includes(name)),
        entry,
      ).isEmpty();
    }
  },
  hint: "Send a file without its name: what the recipient should know is inside the encrypted message, and Meta's fetcher need not know it.",
  mutants: {
    "file-host-states-name": "names in the headers of the media host",
    "file-host-states-type": "type of the file in the headers",
  },
  lawful: ["sends-documents-only"],
});

function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escaped) => Buffer.from(escaped.replaceAll("%", ""), "hex").toString());
}
