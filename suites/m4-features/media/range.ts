import { answersFetch, isRanged, ranges } from "../../scenarios/media-host.js";

export default answersFetch("m4-features/media/range", {
  requirement: "M4-28",
  asked: (request) => isRanged(request) && request.headers["range"] === ranges.inside,
  name: "an answer to a range",
  status: 206,
  hint: "Answer a GET with one range with 206 and only the bytes asked for.",
  mutants: ["file-host-ignores-ranges"],
  lawful: ["sends-documents-only", "file-host-several-parts"],
});
