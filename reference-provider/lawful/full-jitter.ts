import { lawful } from "../behaviour/variation.js";

export default lawful("full-jitter", "Takes each pause between half and the whole of a bound that doubles", {
  channel: {
    backoffMs: (attempt, base, random) => {
      const bound = 2 * base * 2 ** Math.min(attempt, 6);
      return bound / 2 + random.int(Math.ceil(bound / 2));
    },
  },
});
