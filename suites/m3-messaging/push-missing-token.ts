import { check } from "../kit/index.js";
import { expectPushRefused, forgedPush } from "../kit/pushes.js";
import { pushes } from "../scenarios/pushes.js";

export default check("m3-messaging/push-missing-token", {
  requirement: "M3-84",
  scenario: pushes,
  reached: (trace) => forgedPush(trace, "missing"),
  judge: ({ expect, reached: [push], trace }) => expectPushRefused(expect, trace, push),
  hint: "Refuse a push that has no bearer token with 401.",
  mutants: {
    "accepts-push-without-token": "status of the answer to a forged push",
    "accepts-unsigned-push": "status of the answer to a forged push",
  },
  lawful: ["refuses-pushes-with-403"],
});
