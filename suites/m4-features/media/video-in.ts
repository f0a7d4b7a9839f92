import { showsFile } from "../../scenarios/media-in.js";

export default showsFile("m4-features/media/video-in", {
  requirement: "M4-38",
  type: "video",
  mutants: { "shows-videos-as-documents": "type of file", "opens-documents-as-images": "file shown to the user" },
});
