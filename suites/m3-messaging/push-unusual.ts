import { takesPush } from "../scenarios/pushes.js";

export default takesPush("m3-messaging/push-unusual", {
  requirement: "M3-113",
  version: 2,
  kinds: ["extra-claims"],
  hint: "Ignore claims that you do not know: a token may have any.",
  mutants: { "push-wants-known-claims": "push: extra-claims" },
});
