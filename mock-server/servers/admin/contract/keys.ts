import { integer, object } from "../../../schema/shape.js";
import { hexKey } from "./components.js";

/** Public keys of a client, as the servers hold them. */
export const registrationId = integer({ minimum: 0, maximum: 2 ** 32 - 1 });

export const signedPreKey = object({
  id: integer({ minimum: 0, maximum: 2 ** 24 - 1 }),
  publicKey: hexKey(32),
  signature: hexKey(64),
});
