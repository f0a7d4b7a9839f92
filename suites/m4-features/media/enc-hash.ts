import { statesOfFile } from "../../scenarios/media-out.js";

export default statesOfFile("m4-features/media/enc-hash", {
  requirement: "M4-17",
  version: 2,
  member: "fileEncSha256",
  of: ({ blob }) => blob?.sha256,
  hint: "Take fileEncSha256 over the file as it is stored: ciphertext and MAC.",
  mutants: ["enc-hash-without-mac"],
});
