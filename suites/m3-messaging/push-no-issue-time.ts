import { takesPush } from "../scenarios/pushes.js";

export default takesPush("m3-messaging/push-no-issue-time", {
  requirement: "M3-191",
  kinds: ["no-issue-time"],
  hint: "Do not demand iat: a token need not say when it was issued.",
  mutants: { "push-wants-issue-time": "push: no-issue-time" },
});
