import { takesPush } from "../scenarios/pushes.js";

export default takesPush("m3-messaging/push-audience-list", {
  requirement: "M3-190",
  kinds: ["audience-list"],
  hint: "Read aud as a text or as a list, and look for your own address in it.",
  mutants: { "push-wants-audience-text": "push: audience-list" },
});
