import type { Driver } from "../driver/driver.js";
import { errorCodes, failure } from "../driver/json-rpc.js";
import { readAsked } from "./request-id.js";

/** Offers every method and fails at each. */
export const alwaysError: Driver = {
  async answer(text) {
    const asked = readAsked(text);
    const error = { code: errorCodes.failure, message: "It did not work", data: { code: "did-not-work" } };
    return asked && JSON.stringify(failure(asked.id, error));
  },
  close: async () => undefined,
};
