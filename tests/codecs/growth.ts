import { cpuUsage } from "node:process";

const factor = 16;
/** Long enough for the clock of the processor, which counts microseconds. */
const batchMicroseconds = 1000;
const batches = 4;

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
