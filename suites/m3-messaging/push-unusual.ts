import { takesPush } from "../scenarios/pushes.js";

export default takesPush("m3-messaging/push-unusual", {
  requirement: "M3-113",
  kinds: ["audience-list", "no-issue-time", "extra-claims", "type-at-jwt", "scheme-in-lower-case"],
  hint: "Take every lawful form of a token: aud as a list, no iat, other claims, another typ; and every spelling of the scheme Bearer.",
  mutants: {
    "push-wants-audience-text": "push: audience-list",
    "push-wants-issue-time": "push: no-issue-time",
    "push-wants-known-claims": "push: extra-claims",
    "push-wants-type-jwt": "push: type-at-jwt",
    "push-wants-capitals": "push: scheme-in-lower-case",
  },
});
