import { check } from "../kit/index.js";
import { probeAnswer } from "../kit/probes.js";
import { unusualPushes, unusualPushesOf } from "../scenarios/pushes.js";

export default check("m3-messaging/push-repeated", {
  requirement: "M3-85",
  scenario: unusualPushes,
  reached: (trace) =>
    probeAnswer(trace, "after-the-pushes") === undefined
      ? []
      : unusualPushesOf(trace, ["repeated"]).map(({ push }) => push),
  judge({ expect, reached: [push], trace }) {
    const logins = trace.after(push).of("login");
    expect("logins for a push that comes three times", logins.length, logins.at(-1) ?? push).is(1);
  },
  hint: "Take a push that comes again for the same one: keep one connection.",
  mutants: { "new-client-for-each-push": "logins for a push that comes three times" },
});
