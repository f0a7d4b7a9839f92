import { showsFile } from "../../scenarios/media-in.js";

export default showsFile("m4-features/media/document-in", {
  requirement: "M4-41",
  type: "document",
  mutants: { "forgets-mime-type": "MIME type", "opens-documents-as-images": "file shown to the user" },
});
