import { again } from "../../kit/file-host.js";
import { check } from "../../kit/index.js";
import { mediaHost } from "../../scenarios/media-host.js";

export default check("m4-features/media/head", {
  requirement: "M4-31",
  scenario: mediaHost,
  reached: (trace) => again(trace, ({ method }) => method === "HEAD").map(({ response }) => response),
  judge({ expect, reached: [entry] }) {
    expect("status of the answer to HEAD", entry.status, entry).is(200);
  },
  hint: "Support HEAD wherever you support GET.",
  mutants: { "file-host-refuses-head": "status of the answer to HEAD" },
});
