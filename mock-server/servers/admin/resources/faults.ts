import type { Json } from "../../../../harness/model/trace.js";
import { faults } from "../../../../faults/index.js";
import { armFault, disarmFault, disarmFaults, listFaultKinds, listFaults } from "../contract/faults.js";
import { route } from "../route.js";
import { absent } from "./find.js";

export const faultRoutes = [
  route(listFaultKinds, () => ({
    kinds: Object.values(faults).map(({ id, sentence, params }) => ({
      fault: id,
      sentence,
      params: Object.fromEntries(
        Object.entries(params).map(([name, { wanted, schema, fallback }]) => [
          name,
          {
            wanted,
            schema: schema as Readonly<Record<string, Json>>,
            ...(fallback !== undefined && { default: fallback }),
          },
        ]),
      ),
    })),
  })),
  route(listFaults, ({ tenant }) => ({ armed: tenant.core.faults.armed() })),
  route(armFault, ({ tenant, body }) => tenant.core.faults.arm(body)),
  route(disarmFault, ({ tenant, params: { id } }) => {
    if (!tenant.core.faults.disarm(id)) absent("armed fault", id);
  }),
  route(disarmFaults, ({ tenant }) => tenant.core.faults.disarmAll()),
];
