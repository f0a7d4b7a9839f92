import { statesOfFile } from "../../scenarios/media-out.js";

export default statesOfFile("m4-features/media/length", {
  requirement: "M4-19",
  version: 2,
  member: "fileLength",
  of: ({ plain }) => plain?.bytes,
  hint: "State fileLength in bytes of the file before it is encrypted.",
  mutants: ["file-length-of-blob", "file-without-length"],
});
