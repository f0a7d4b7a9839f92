import { takesPush } from "../scenarios/pushes.js";

export default takesPush("m3-messaging/push-clock", {
  requirement: "M3-114",
  kinds: ["clock-ahead"],
  hint: "Allow about a minute between your clock and the one of Meta, at iat and nbf as at exp.",
  mutants: {
    "push-without-allowance": "push: clock-ahead",
    "push-wants-known-claims": "push: clock-ahead",
  },
});
