import { refusesDescriptor } from "../../scenarios/media-in.js";

export default refusesDescriptor("m4-features/media/descriptor-hash-in", {
  requirement: "M4-164",
  fields: ["fileSha256", "fileEncSha256"],
  hint: "A hash of another length than 32 bytes fits no file; to skip it would let anyone on the way change the file.",
  mutants: { "crashes-on-bad-content": "next file shown", "shows-bad-content": "file shown with fileSha256 absent" },
  lawful: ["asks-again-for-everything"],
});
