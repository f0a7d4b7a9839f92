import { expectSameFiles, largerFiles } from "../../kit/files-out.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/document-out", {
  requirement: "M4-05",
  scenario: mediaOut,
  needs: ["document"],
  reached: (trace) => largerFiles(trace, "document"),
  judge: ({ expect, reached, trace }) => expectSameFiles(expect, trace, reached),
  hint: "Encrypt the file as it is, put it on your media host, and say its type and MIME type in the message.",
  mutants: { "changes-documents-out": "file" },
  lawful: ["sends-documents-only"],
});
