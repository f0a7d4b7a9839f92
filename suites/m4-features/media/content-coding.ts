import { check } from "../../kit/index.js";
import { firstWhole, isPlain, laterAnswers, mediaHost } from "../../scenarios/media-host.js";

export default check("m4-features/media/content-coding", {
  requirement: "M4-158",
  scenario: mediaHost,
  reached: (trace) =>
    laterAnswers(trace, (request) => isPlain(request) || request.headers["accept-encoding"] !== undefined),
  judge({ expect, reached, trace }) {
    const whole = firstWhole(trace)?.response.digest?.sha256;
    for (const entry of reached) {
      const coding = entry.headers["content-encoding"] ?? "identity";
      if (!expect("Content-Encoding of a file", coding, entry).is("identity")) continue;
      if (entry.status === 200) expect("file for a reader that takes codings", entry.digest?.sha256, entry).is(whole);
    }
  },
  hint: "Exclude your media host from compression: encrypted files do not get smaller, and their hash and length would not fit any more.",
  mutants: {
    "file-host-packs-with-old-length": "Content-Encoding of a file",
    "file-host-labels-as-packed": "Content-Encoding of a file",
  },
  lawful: ["file-host-dated"],
});
