/** How the rate changes over the duration. */
export const shapes = ["steady", "ramp", "spike"] as const;

export type Shape = (typeof shapes)[number];

export interface Arrivals {
  /** Messages in a second; with `ramp` the rate at the end, with `spike` the one before and after it. */
  readonly perSecond: number;
  readonly seconds: number;
  readonly shape: Shape;
}

/** A part of the duration in which the rate changes evenly. */
interface Stretch {
  readonly ms: number;
  /** Messages in a millisecond, at its beginning and at its end. */
  readonly from: number;
  readonly to: number;
}

/** How much higher the rate is in the middle fifth. */
const spikeFactor = 5;

/**
 * When each message is due, in milliseconds from the beginning: fixed before anything is sent, so that a slow provider gets no
 * fewer messages than a quick one.
 */
export function* dueTimes(arrivals: Arrivals): Generator<number, void, undefined> {
  let start = 0;
  let before = 0;
  let next = 0;
  for (const { ms, from, to } of stretchesOf(arrivals)) {
    const until = before + (ms * (from + to)) / 2;
    // What is due at the very end belongs to the stretch that follows.
    for (; next < until - 1e-9; next++) yield start + timeUntil(next - before, { ms, from, to });
    before = until;
    start += ms;
  }
}

/** How many messages these arrivals are. */
export function countOf(arrivals: Arrivals): number {
  return Math.ceil(stretchesOf(arrivals).reduce((sum, { ms, from, to }) => sum + (ms * (from + to)) / 2, 0) - 1e-9);
}

function stretchesOf({ perSecond, seconds, shape }: Arrivals): readonly Stretch[] {
  const rate = perSecond / 1000;
  const ms = seconds * 1000;
  switch (shape) {
    case "steady":
      return [{ ms, from: rate, to: rate }];
    case "ramp":
      return [{ ms, from: 0, to: rate }];
    case "spike": {
      const calm = { ms: ms * 0.4, from: rate, to: rate };
      return [calm, { ms: ms * 0.2, from: rate * spikeFactor, to: rate * spikeFactor }, calm];
    }
  }
}

/** When so many messages of a stretch are due: the time at which the area below the rate has this size. */
function timeUntil(count: number, { ms, from, to }: Stretch): number {
  if (count <= 0) return 0;
  const slope = (to - from) / ms;
  return (2 * count) / (from + Math.sqrt(from * from + 2 * slope * count));
}
