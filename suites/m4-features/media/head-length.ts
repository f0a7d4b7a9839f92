import { check } from "../../kit/index.js";
import { firstWhole, laterAnswers, mediaHost } from "../../scenarios/media-host.js";

export default check("m4-features/media/head-length", {
  requirement: "M4-77",
  scenario: mediaHost,
  // Whether HEAD is known is judged by m4-features/media/head; a length need not be stated.
  reached: (trace) => laterAnswers(trace, ({ method }) => method === "HEAD").filter(({ status }) => status === 200),
  judge({ expect, reached: [entry], trace }) {
    const stated = entry.headers["content-length"];
    const bytes = firstWhole(trace)?.response.digest?.bytes;
    if (stated !== undefined) expect("Content-Length in the answer to HEAD", stated, entry).is(`${bytes ?? 0}`);
  },
  hint: "Answer HEAD with the Content-Length that GET would have, not with the length of the empty body.",
  mutants: { "file-host-head-of-nothing": "Content-Length in the answer to HEAD" },
  lawful: ["file-host-head-unsized"],
});
