import { check, type Trace } from "../../kit/index.js";
import { type Fetched, isThere, mediaLarge, readersAtOnce, wholeFetches } from "../../scenarios/media-host.js";

export default check("m4-features/media/concurrent", {
  requirement: "M4-36",
  scenario: mediaLarge,
  reached(trace) {
    const whole = unhurried(trace);
    return whole === undefined
      ? []
      : together(trace)
          .map(({ response }) => response)
          .filter(isThere);
  },
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      expect("answer to one of several readers", entry.broken ?? entry.status, entry).is(200);
      expect("file that one of several readers got", entry.digest?.sha256, entry).is(
        unhurried(trace)?.response.digest?.sha256,
      );
    }
  },
  hint: "Serve any number of readers of one file.",
  mutants: { "two-readers-at-most": "answer to one of several readers" },
});

/** Those who asked at once for the file that was read alone before. */
function together(trace: Trace): readonly Fetched[] {
  const all = wholeFetches(trace);
  const ofLast = all.filter(({ request }) => request.url === all.at(-1)?.request.url);
  return ofLast.length > readersAtOnce ? ofLast.slice(-readersAtOnce) : [];
}

/** What the file is when one reader asks for it. */
function unhurried(trace: Trace): Fetched | undefined {
  const [last] = together(trace);
  return wholeFetches(trace).find(
    ({ request, response }) =>
      request.url === last?.request.url && response.status === 200 && response.broken === undefined,
  );
}
