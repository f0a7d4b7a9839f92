import { showsFile } from "../../scenarios/media-in.js";

export default showsFile("m4-features/media/image-in", {
  requirement: "M4-37",
  type: "image",
  mutants: { "cuts-images-in": "file" },
  lawful: ["file-request-with-query"],
});
