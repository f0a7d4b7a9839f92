import { answersFetch } from "../../scenarios/media-host.js";

export default answersFetch("m4-features/media/head", {
  requirement: "M4-31",
  asked: ({ method, headers }) => method === "HEAD" && headers["range"] === undefined,
  name: "the answer to HEAD",
  status: 200,
  hint: "Support HEAD wherever you support GET.",
  mutants: ["file-host-refuses-head"],
});
