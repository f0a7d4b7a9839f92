import { sendsFile } from "../../scenarios/media-out.js";

export default sendsFile("m4-features/media/image-out", {
  requirement: "M4-01",
  type: "image",
  mutants: { "cuts-images-out": "file", "file-without-mime-type": "MIME type" },
});
