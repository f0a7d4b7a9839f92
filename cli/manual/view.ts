import type { Verdict } from "../../harness/model/result.js";
import type { ProgressEvent } from "../../harness/runner/types.js";
import type { Card } from "./card.js";
import type { NumberedCard } from "./desk.js";

/** Everything that the page shows, as JSON. */
export interface View {
  /** Grows with each change. */
  readonly version: number;
  /** The card without the file, which the page fetches when the person wants it. */
  readonly card?: Omit<Card, "file"> & { readonly number: number; readonly fileName?: string };
  readonly progress: Progress;
  /** Where the report is, once the run is over. */
  readonly report?: string;
}

export interface Progress {
  readonly provider: string;
  readonly scenario: string;
  /** 1-based; 0 before the first scenario. */
  readonly index: number;
  readonly of: number;
  readonly counts: Readonly<Partial<Record<Verdict, number>>>;
  /** The last checks that were judged, newest first. */
  readonly latest: readonly { readonly id: string; readonly verdict: Verdict; readonly why: string }[];
}

export const noProgress: Progress = { provider: "", scenario: "", index: 0, of: 0, counts: {}, latest: [] };

const latestShown = 12;

/** The progress after one more event of the run. */
export function progressAfter(before: Progress, event: ProgressEvent): Progress {
  switch (event.kind) {
    case "planned":
      return { ...before, of: event.scenarios };
    case "provider":
      return { ...before, provider: `${event.name} ${event.version}` };
    case "scenario":
      return { ...before, scenario: event.id, index: event.index, of: event.of };
    case "judged": {
      const { id, verdict, cause, findings } = event.result;
      const [first] = findings;
      const why =
        first === undefined
          ? (cause?.message ?? "")
          : `${first.what}: expected ${first.expected}, found ${first.actual}`;
      const counts = { ...before.counts, [verdict]: (before.counts[verdict] ?? 0) + 1 };
      return { ...before, counts, latest: [{ id, verdict, why }, ...before.latest].slice(0, latestShown) };
    }
    case "stopped":
      return before;
  }
}

export function cardInView(numbered: NumberedCard | undefined): Pick<View, "card"> {
  if (numbered === undefined) return {};
  const { file, ...card } = numbered.card;
  return { card: { ...card, number: numbered.number, ...(file !== undefined && { fileName: file.name }) } };
}
