import { cpuUsage } from "node:process";
import { median } from "./statistics.js";

/**
 * Lets functions that do one unit of work take turns, round after round, so that a busy moment of the machine hits all
 * of them. Answers the median of units per second of processor time, in the order of the contestants.
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
