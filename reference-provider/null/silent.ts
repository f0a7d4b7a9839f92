import type { Driver } from "../driver/driver.js";

/** Reads every request and answers none. */
export const silent: Driver = {
  answer: () => new Promise(() => undefined),
  close: async () => undefined,
};
