import { defineFault } from "./fault.js";

const secondsPerDay = 86_400;

/** The sound validity begins a day before now, so what ends a day before that has ended for every clock in use. */
function before({ notBefore, notAfter }: { notBefore: number; notAfter: number }) {
  const end = notBefore - secondsPerDay;
  return { notBefore: end - (notAfter - notBefore), notAfter: end };
}

export const certificateExpired = defineFault({
  id: "certificate-expired",
  sentence: "Presents a well signed chain whose validity ended before today",
  hook: "certificate-chain",
  params: {},
  effect: (plan) => ({ ...plan, validity: before(plan.validity) }),
});
