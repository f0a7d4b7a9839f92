import { cpuUsage } from "node:process";

/** The middle value; the mean of the two middle ones when there is an even number of them. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The value that `share` (0 to 1) of the others do not exceed. */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Medians, field by field, of rounds that have the same numeric fields. */
export function medianOf(rounds) {
  return Object.fromEntries(Object.keys(rounds[0]).map((name) => [name, median(rounds.map((round) => round[name]))]));
}

/**
 * Measures functions that do one unit of work in turns, so that a busy moment of the machine affects all of them. Returns
 * the median of units per second of processor time, in the order of the contestants.
 *
 * @param {readonly (() => void)[]} contestants
 * @param {{ rounds: number, sliceMs: number }} options
 */
export function contest(contestants, { rounds, sliceMs }) {
  for (const work of contestants) perSecond(work, sliceMs);
  const figures = contestants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of contestants.entries()) figures[index].push(perSecond(work, sliceMs));
  }
  return figures.map(median);
}

function perSecond(work, sliceMs) {
  const until = performance.now() + sliceMs;
  const before = cpuUsage();
  let units = 0;
  do {
    for (let batch = 0; batch < 16; batch++) work();
    units += 16;
  } while (performance.now() < until);
  const { user, system } = cpuUsage(before);
  return (units * 1e6) / (user + system);
}
