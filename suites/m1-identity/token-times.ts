import { check } from "../kit/index.js";
import { enlistment, enlistmentsWithToken } from "../scenarios/enlistment.js";

const times = ["exp", "nbf", "iat"];

/** In seconds the year 5138, in milliseconds 1973. */
const mostSeconds = 99_999_999_999;

export default check("m1-identity/token-times", {
  requirement: "M1-41",
  scenario: enlistment,
  reached: (trace) => enlistmentsWithToken(trace).filter(({ token }) => times.some((name) => name in token.claims)),
  judge({ expect, reached, profile }) {
    for (const entry of reached) {
      const { claims, verifiedAt } = entry.token;
      for (const name of times) {
        const value = claims[name];
        if (value === undefined || !expect(`type of ${name}`, typeof value, entry).is("number")) continue;
        expect(`${name} in seconds`, Number(value), entry).isAtMost(mostSeconds);
      }
      const { nbf } = claims;
      if (typeof nbf === "number" && verifiedAt !== undefined) {
        expect("seconds until nbf", nbf - verifiedAt, entry).isAtMost(profile.token.clockSkewSeconds);
      }
    }
  },
  hint: "Write exp, nbf and iat as seconds since 1970, not as milliseconds, and let a token be valid from the start (RFC 7519, section 2).",
  mutants: {
    "token-begins-later": "seconds until nbf",
    "token-expires-in-milliseconds": "exp in seconds",
    "token-issued-in-milliseconds": "iat in seconds",
  },
});
