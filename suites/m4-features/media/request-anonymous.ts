import { check } from "../../kit/index.js";
import { deliveredFiles, mediaIn, requestsFor } from "../../scenarios/media-in.js";

export default check("m4-features/media/request-anonymous", {
  requirement: "M4-160",
  scenario: mediaIn,
  reached: (trace) => deliveredFiles(trace).flatMap((entry) => requestsFor(trace, entry)),
  judge({ expect, reached, trace }) {
    const names = trace.of("sealed").flatMap(({ user, to }) => [user, to].map((name) => name.replace(/@.*/, "")));
    for (const entry of reached) {
      const said = [entry.url, ...Object.entries(entry.headers).flat()].join(" ");
      const found = [...new Set(names)].filter((name) => name !== "" && said.includes(name));
      expect("users named in a request for a file", found, entry).isEmpty();
    }
  },
  hint: "Ask for a file without saying who asks: no header and no query names the user or the sender.",
  mutants: { "reveals-user-to-media-host": "users named in a request for a file" },
  lawful: ["file-request-with-query", "asks-before-fetching", "reads-compressed-files"],
});
