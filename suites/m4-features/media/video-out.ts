import { sendsFile } from "../../scenarios/media-out.js";

export default sendsFile("m4-features/media/video-out", {
  requirement: "M4-02",
  type: "video",
  mutants: { "loses-mime-type": "MIME type", "file-without-mime-type": "MIME type" },
});
