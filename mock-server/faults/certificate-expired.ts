import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";

const secondsPerDay = 86_400;

/** The sound validity begins a day before now, so what ends a day before that has ended for every clock in use. */
function before({ notBefore, notAfter }: { notBefore: number; notAfter: number }) {
  const end = notBefore - secondsPerDay;
  return { notBefore: end - (notAfter - notBefore), notAfter: end };
}

export const certificateExpired = defineFault({
  id: "certificate-expired",
  sentence: "Presents a well signed chain with a certificate whose validity ended before today",
  hook: "certificate-chain",
  params: { certificate: choice(["leaf", "intermediate"], "leaf") },
  effect: (plan, { certificate }) => ({
    ...plan,
    override: { ...plan.override, [certificate]: { ...plan.override?.[certificate], ...before(plan.validity) } },
  }),
});
