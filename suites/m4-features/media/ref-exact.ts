import { check } from "../../kit/index.js";
import { fetchAnswers, firstWhole, mediaHost } from "../../scenarios/media-host.js";

export default check("m4-features/media/ref-exact", {
  requirement: "M4-33",
  version: 2,
  scenario: mediaHost,
  reached(trace) {
    const whole = firstWhole(trace)?.request.url;
    return whole === undefined ? [] : fetchAnswers(trace, ({ url }) => isGuess(url, whole));
  },
  judge({ expect, reached: [entry], trace }) {
    const same = entry.digest?.sha256 === firstWhole(trace)?.response.digest?.sha256;
    expect("file under a reference without its last character", same ? "served" : "not served", entry).is("not served");
  },
  hint: "Compare the whole of the reference.",
  mutants: { "file-host-matches-prefix": "file under a reference without its last character" },
  lawful: ["file-host-410-for-missing"],
});

function isGuess(url: string, whole: string): boolean {
  return bare(url) === bare(whole).slice(0, -1);
}

/** The profile says whether the slash at the end of a path is passed on. */
function bare(url: string): string {
  return url.replace(/\/$/, "");
}
