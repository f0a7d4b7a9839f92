import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";

const secondsPerDay = 86_400;

/** The sound validity begins a day before now; three days later it is in the future for every clock in use. */
function later({ notBefore, notAfter }: { notBefore: number; notAfter: number }) {
  return { notBefore: notBefore + 3 * secondsPerDay, notAfter: notAfter + 3 * secondsPerDay };
}

export const certificateNotYetValid = defineFault({
  id: "certificate-not-yet-valid",
  sentence: "Presents a well signed chain with a certificate whose validity begins the day after tomorrow",
  hook: "certificate-chain",
  params: { certificate: choice(["leaf", "intermediate"], "leaf") },
  effect: (plan, { certificate }) => ({
    ...plan,
    override: { ...plan.override, [certificate]: { ...plan.override?.[certificate], ...later(plan.validity) } },
  }),
});
