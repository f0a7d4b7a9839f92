import { takesPush } from "../scenarios/pushes.js";

export default takesPush("m3-messaging/push-scheme-case", {
  requirement: "M3-193",
  kinds: ["scheme-in-lower-case"],
  hint: "Compare the name of the authentication scheme without regard to case.",
  mutants: { "push-wants-capitals": "push: scheme-in-lower-case" },
});
