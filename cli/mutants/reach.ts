import type { Check } from "../../harness/model/check.js";
import { type Call, type Differs, plainText, type ReachLane, ReachRecorder } from "../../harness/mutation/reach.js";
import { type Asked, type Overrides, seamsOf } from "../../reference-provider/behaviour/variant.js";
import { ofShard } from "../shard/shard.js";
import { runAgainst, watchedProvider } from "./in-process.js";

/** Conformant providers side by side: while one waits for time to pass, another computes. */
const lanes = 4;

/** What the exchanges of these checks ask, found by driving the conformant provider through all of them once. */
export async function measureReach(checks: readonly Check[]): Promise<ReachRecorder> {
  const reach = new ReachRecorder();
  const parts = Array.from({ length: lanes }, (_, at) => ofShard(checks, { index: at + 1, count: lanes }));
  await Promise.all(parts.map((part) => watch(part, reach.lane())));
  return reach;
}

async function watch(checks: readonly Check[], lane: ReachLane): Promise<void> {
  const provider = watchedProvider((asked) => lane.asked(asked.seam, callOf(asked)));
  await runAgainst(provider, checks, undefined, {
    onProgress: (progress) => {
      if (progress.kind === "scenario") lane.enter(progress.id);
    },
  });
}

/** The call as it can be compared; undefined where it cannot. */
export function callOf({ call }: Asked): Call | undefined {
  if (call === undefined) return undefined;
  const asked = plainText(call.args);
  const answer = plainText(call.answer);
  // What is handed on may be changed later.
  return asked === undefined || answer === undefined ? undefined : { args: structuredClone(call.args), asked, answer };
}

/** How a variation's seams answer, compared with what the conformant provider was told. */
export function differencesOf(overrides: Overrides): ReadonlyMap<string, Differs> {
  return new Map([...seamsOf(overrides)].map(([seam, value]) => [seam, (call) => differs(value, call)]));
}

/** Asked twice, because a variation that remembers what it was asked is not known by one answer. */
function differs(value: unknown, call: Call | undefined): boolean {
  if (typeof value !== "function" || call === undefined) return true;
  try {
    return [1, 2].some(() => plainText(Reflect.apply(value, undefined, structuredClone(call.args))) !== call.answer);
  } catch {
    return true;
  }
}
