import { cpuUsage } from "node:process";

const factor = 16;
/** Long enough for the clock of the processor, which counts microseconds. */
const batchMicroseconds = 1000;
const batches = 4;

/**
 * What linear work may take for a byte without further questions. Quadratic work takes more by far at the sizes tried: the
 * fastest there is, which copies what is left for every few bytes, takes some hundred times as much for 256 KiB.
 */
const cheapNanoseconds = 20;

/** True when one of a few runs was so cheap that the work cannot have been more than linear. */
export function isCheap<Input extends Uint8Array>(run: (input: Input) => void, input: Input): boolean {
  const allowed = (input.length * cheapNanoseconds) / 1000;
  return Array.from({ length: batches }).some(() => {
    const before = cpuUsage();
    run(input);
    const { user, system } = cpuUsage(before);
    return user + system <= allowed;
  });
}

/**
 * By how much more processor time `run` takes for sixteen times the input: 16 for linear work, 256 for quadratic work, 1 for
 * an input that is refused at once. The best of several batches, so that other work on the machine hardly counts.
 */
export function growth<Input>(run: (input: Input) => void, input: (size: number) => Input, largest: number): number {
  const [small, large] = [input(Math.floor(largest / factor)), input(largest)];
  return microseconds(() => run(large)) / microseconds(() => run(small));
}

function microseconds(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let batch = 0; batch < batches; batch++) {
    const before = cpuUsage();
    let [runs, spent] = [0, 0];
    do {
      run();
      runs++;
      const { user, system } = cpuUsage(before);
      spent = user + system;
    } while (spent < batchMicroseconds);
    best = Math.min(best, spent / runs);
  }
  return best;
}
