import { check } from "../../kit/index.js";
import { mediaHost, wholeFetches } from "../../scenarios/media-host.js";

export default check("m4-features/media/content-length", {
  requirement: "M4-24",
  scenario: mediaHost,
  reached: (trace) =>
    wholeFetches(trace)
      .map(({ response }) => response)
      .filter(({ status }) => status === 200),
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("Content-Length", entry.headers["content-length"], entry).is(`${entry.digest?.bytes ?? 0}`);
    }
  },
  hint: "State Content-Length, so that the recipient sees how much there is to come and a cut transfer is known as one.",
  mutants: { "file-host-ends-early": "Content-Length", "file-host-in-chunks": "Content-Length" },
});
