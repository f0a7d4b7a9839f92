import type { Driver } from "../driver/driver.js";

/** Hangs up as soon as it is spoken to. */
export const closing: Driver = {
  hangsUp: true,
  answer: async () => undefined,
  close: async () => undefined,
};
