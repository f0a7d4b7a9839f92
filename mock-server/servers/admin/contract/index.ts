import { devices } from "./devices.js";
import { clock, faults } from "./faults-and-clock.js";
import { journal, messages } from "./journal.js";
import { media } from "./media.js";
import { accounts, integrators, push, sessions } from "./provider.js";
import { server, tenants } from "./server.js";
import { users } from "./users.js";

/** Every operation of the admin API by its id, in the order of its document. */
export const contracts = {
  ...integrators,
  ...users,
  ...messages,
  ...devices,
  ...media,
  ...accounts,
  ...sessions,
  ...push,
  ...faults,
  ...clock,
  ...journal,
  ...tenants,
  ...server,
};

export type Contracts = typeof contracts;
export type OperationId = keyof Contracts;
