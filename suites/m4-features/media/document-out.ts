import { sendsFile } from "../../scenarios/media-out.js";

export default sendsFile("m4-features/media/document-out", {
  requirement: "M4-05",
  type: "document",
  mutants: { "changes-documents-out": "file" },
  lawful: ["sends-documents-only"],
});
