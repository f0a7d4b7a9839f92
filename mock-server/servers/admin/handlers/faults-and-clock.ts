import type { Clock } from "../../../../core/clock.js";
import { faults as registry } from "../../../../faults/index.js";
import type { clock, faults } from "../contract/faults-and-clock.js";
import { absent, type Handlers } from "./handler.js";
import type { Tenant } from "./tenant.js";

export const faultHandlers: Handlers<typeof faults> = {
  listFaultKinds: () => ({
    kinds: Object.values(registry).map(({ id, sentence, params }) => ({
      fault: id,
      sentence,
      params: Object.fromEntries(
        Object.entries(params).map(([name, { wanted, schema, fallback }]) => [
          name,
          {
            wanted,
            schema,
            ...(fallback !== undefined && { default: fallback }),
          },
        ]),
      ),
    })),
  }),
  listFaults: ({ tenant }) => ({ armed: tenant.core.faults.armed() }),
  armFault: ({ tenant, body }) => tenant.core.faults.arm(body),
  disarmFault({ tenant, params: { id } }) {
    if (!tenant.core.faults.disarm(id)) absent("armed fault", id);
  },
  disarmFaults: ({ tenant }) => tenant.core.faults.disarmAll(),
};

export const clockHandlers: Handlers<typeof clock> = {
  readClock: ({ tenant, clock: real }) => timeOf(tenant, real),
  advanceClock({ tenant, clock: real, body }) {
    tenant.side.clock.advance(body.ms);
    return timeOf(tenant, real);
  },
};

function timeOf({ side }: Tenant, real: Clock) {
  // Both clocks read the same base, so they differ by the advances, and by the moment between the two readings.
  return { now: side.clock.now(), aheadMs: Math.round(side.clock.monotonic() - real.monotonic()) };
}
