import { accountRoutes } from "./resources/accounts.js";
import { clockRoutes } from "./resources/clock.js";
import { deviceRoutes } from "./resources/devices.js";
import { faultRoutes } from "./resources/faults.js";
import { integratorRoutes } from "./resources/integrators.js";
import { journalRoutes } from "./resources/journal.js";
import { mediaRoutes } from "./resources/media.js";
import { messageRoutes } from "./resources/messages.js";
import { pushRoutes } from "./resources/push.js";
import { serverRoutes } from "./resources/server.js";
import { sessionRoutes } from "./resources/sessions.js";
import { tenantRoutes } from "./resources/tenants.js";
import { userRoutes } from "./resources/users.js";
import type { Route } from "./route.js";

/** Every operation of the admin API, in the order of its document. */
export const routes: readonly Route[] = [
  ...integratorRoutes,
  ...userRoutes,
  ...messageRoutes,
  ...deviceRoutes,
  ...mediaRoutes,
  ...accountRoutes,
  ...sessionRoutes,
  ...pushRoutes,
  ...faultRoutes,
  ...clockRoutes,
  ...journalRoutes,
  ...tenantRoutes,
  ...serverRoutes(() => routes),
];
