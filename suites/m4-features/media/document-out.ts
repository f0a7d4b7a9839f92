import { sendsFile } from "../../scenarios/media-out.js";

export default sendsFile("m4-features/media/document-out", {
  requirement: "M4-05",
  type: "document",
  mutants: { "changes-documents-out": "file", "file-without-mime-type": "MIME type" },
  lawful: ["sends-documents-only"],
});
