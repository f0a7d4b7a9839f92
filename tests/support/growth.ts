import { cpuUsage } from "node:process";

/** Long enough for the clock of the processor, and for a collection of garbage not to be most of it. */
const batchMicroseconds = 4000;
const rounds = 12;
/** How much larger the large input is. */
const factor = 16;
/** Sixteen small inputs and one large one are the same linear work; quadratic work makes it 16. */
const tolerated = 5;

/**
 * What linear work may take for a byte without further questions. Quadratic work takes more by far at the sizes tried: the
 * fastest there is, which moves what is left for every few bytes, takes some twenty times as much for 256 KiB.
 */
const cheapNanoseconds = 20;

/**
 * Whether `run` takes processor time in proportion to its input, up to inputs of the size `largest`. Not the time on the wall,
 * which says more of the other processes on the machine.
 */
export function isLinear<Input extends { readonly length: number }>(
  run: (input: Input) => void,
  input: (size: number) => Input,
  largest: number,
): boolean {
  const [small, large] = [input(Math.floor(largest / factor)), input(largest)];
  if (isCheap(run, large)) return true;
  const repeated = (): void => {
    for (let times = 0; times < factor; times++) run(small);
  };
  return takesAtMost(tolerated, () => run(large), repeated);
}

/**
 * Whether `one` takes at most `times` as much processor time as `other`. Noise only adds, so the least of several
 * measurements counts: they are taken in turn until the answer is yes, or there were many.
 */
export function takesAtMost(times: number, one: () => void, other: () => void): boolean {
  const batch = repetitions(one);
  let [least, leastOther] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    leastOther = Math.min(leastOther, microseconds(other, batch));
    least = Math.min(least, microseconds(one, batch));
    if (least <= times * leastOther) return true;
  }
  return false;
}

/** True when one of a few runs was so cheap that the work cannot have been more than linear. */
function isCheap<Input extends { readonly length: number }>(run: (input: Input) => void, input: Input): boolean {
  const allowed = (input.length * cheapNanoseconds) / 1000;
  return Array.from({ length: 4 }).some(() => microseconds(() => run(input), 1) <= allowed);
}

function repetitions(run: () => void): number {
  let [count, spent] = [0, 0];
  while (spent < batchMicroseconds) {
    spent += microseconds(run, 1);
    count++;
  }
  return count;
}

function microseconds(run: () => void, times: number): number {
  const before = cpuUsage();
  for (let count = 0; count < times; count++) run();
  const { user, system } = cpuUsage(before);
  return user + system;
}
