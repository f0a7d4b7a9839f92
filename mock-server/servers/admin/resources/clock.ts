import type { Clock } from "../../../../core/clock.js";
import type { Tenant } from "../tenant.js";
import { advanceClock, readClock } from "../contract/clock.js";
import { route } from "../route.js";

export const clockRoutes = [
  route(readClock, ({ tenant, clock }) => timeOf(tenant, clock)),
  route(advanceClock, ({ tenant, clock, body }) => {
    tenant.side.clock.advance(body.ms);
    return timeOf(tenant, clock);
  }),
];

function timeOf({ side }: Tenant, real: Clock) {
  // Both read the same base, so that only advances lie between them, and the moment between two readings.
  return { now: side.clock.now(), aheadMs: Math.round(side.clock.monotonic() - real.monotonic()) };
}
