import { statesOfFile } from "../../scenarios/media-out.js";

export default statesOfFile("m4-features/media/plain-hash", {
  requirement: "M4-18",
  version: 2,
  member: "fileSha256",
  of: ({ plain }) => plain?.sha256,
  hint: "Take fileSha256 over the file before it is encrypted.",
  mutants: ["plain-hash-of-blob"],
});
