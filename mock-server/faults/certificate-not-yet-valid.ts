import { defineFault } from "./fault.js";

const secondsPerDay = 86_400;

/** The sound validity begins a day before now; three days later it is in the future for every clock in use. */
function later({ notBefore, notAfter }: { notBefore: number; notAfter: number }) {
  return { notBefore: notBefore + 3 * secondsPerDay, notAfter: notAfter + 3 * secondsPerDay };
}

export const certificateNotYetValid = defineFault({
  id: "certificate-not-yet-valid",
  sentence: "Presents a well signed chain whose validity begins the day after tomorrow",
  hook: "certificate-chain",
  params: {},
  effect: (plan) => ({ ...plan, validity: later(plan.validity) }),
});
