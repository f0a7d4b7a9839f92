import type { Driver } from "../driver/driver.js";

/** Says everything back. */
export const echo: Driver = {
  answer: async (text) => text,
  close: async () => undefined,
};
