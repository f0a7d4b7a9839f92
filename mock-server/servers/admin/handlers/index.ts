import type { Contracts } from "../contract/index.js";
import { deviceHandlers } from "./devices.js";
import { clockHandlers, faultHandlers } from "./faults-and-clock.js";
import type { Handlers } from "./handler.js";
import { journalHandlers, messageHandlers } from "./journal.js";
import { mediaHandlers } from "./media.js";
import { accountHandlers, integratorHandlers, pushHandlers, sessionHandlers } from "./provider.js";
import { serverHandlers, tenantHandlers } from "./server.js";
import { userHandlers } from "./users.js";

/** What serves each operation; the compiler refuses a contract without a handler. */
export const handlers: Handlers<Contracts> = {
  ...integratorHandlers,
  ...userHandlers,
  ...messageHandlers,
  ...deviceHandlers,
  ...mediaHandlers,
  ...accountHandlers,
  ...sessionHandlers,
  ...pushHandlers,
  ...faultHandlers,
  ...clockHandlers,
  ...journalHandlers,
  ...tenantHandlers,
  ...serverHandlers,
};
