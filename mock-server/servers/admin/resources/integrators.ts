import { listIntegrators, putIntegrator } from "../contract/integrators.js";
import { route } from "../route.js";

export const integratorRoutes = [
  route(putIntegrator, ({ tenant, body }) => {
    tenant.side.integrator(body);
    return body;
  }),
  route(listIntegrators, ({ tenant }) => ({ integrators: tenant.core.integrators.list() })),
];
