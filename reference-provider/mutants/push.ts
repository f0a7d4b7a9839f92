import { TokenError, type TokenErrorCode } from "../../protocol/token/errors.js";
import { inspectToken, type TokenParts } from "../../protocol/token/inspect.js";
import { type KeySet, parseKeySet } from "../../protocol/token/key-set.js";
import { bearerToken, headerNamed, lawfulPush, type PushBehaviour } from "../behaviour/server.js";
import { mutants } from "../behaviour/variant.js";

type Fits = (token: TokenParts, nowSeconds: number) => boolean;

/** Verifies pushes, and accepts those with this error, or those of them that fit. */
function forgiving(code: TokenErrorCode, fits: Fits = () => true): Pick<PushBehaviour, "verify"> {
  return {
    async verify(token, verifyToken, nowSeconds) {
      try {
        await lawfulPush.verify(token, verifyToken, nowSeconds);
      } catch (thrown) {
        if (!(thrown instanceof TokenError && thrown.code === code)) throw thrown;
        if (token !== undefined && !fits(inspectToken(token), nowSeconds())) throw thrown;
      }
    },
  };
}

/** Verifies pushes, and refuses some that it should accept. */
function harsh(refuses: Fits): Pick<PushBehaviour, "verify"> {
  return {
    async verify(token, verifyToken, nowSeconds) {
      await lawfulPush.verify(token, verifyToken, nowSeconds);
      if (token !== undefined && refuses(inspectToken(token), nowSeconds())) {
        throw new TokenError("token-malformed", "Verify push: found an unusual token, wanted another one");
      }
    },
  };
}

type Entry = Readonly<Record<string, unknown>>;

/** Reads Meta's key set after a change of its members. */
function readsKeys(change: (keys: readonly Entry[]) => readonly Entry[]): Pick<PushBehaviour, "readKeySet"> {
  return {
    readKeySet(json): KeySet {
      const { keys } = JSON.parse(json) as { readonly keys: readonly Entry[] };
      return parseKeySet(JSON.stringify({ keys: change(keys) }));
    },
  };
}

/** One key for each id, the first of them. */
function firstOfEachId(keys: readonly Entry[]): readonly Entry[] {
  return keys.filter(({ kid }, index) => keys.findIndex((key) => key["kid"] === kid) === index);
}

export default mutants({
  "accepts-any-key-push": {
    sentence: "Tries all of Meta's keys, whichever one a push names",
    overrides: {
      push: readsKeys((keys) => {
        // No more than a set may hold.
        const latest = keys.filter(({ kty, use }) => kty === "RSA" && use !== "enc").slice(-5);
        return latest.flatMap((key) => latest.map(({ kid }) => ({ ...key, kid })));
      }),
    },
  },
  "accepts-critical-push": {
    sentence: "Accepts a push whose token demands an extension that it does not know",
    overrides: { push: forgiving("critical-header", ({ header }) => "exp-x" in header) },
  },
  "accepts-empty-critical-push": {
    sentence: "Accepts a push whose token has an empty list of critical extensions",
    overrides: {
      push: forgiving("critical-header", ({ header }) => Array.isArray(header["crit"]) && header["crit"].length === 0),
    },
  },
  "accepts-issuer-list-push": {
    sentence: "Accepts a push whose token names its issuer in a list",
    overrides: { push: forgiving("wrong-issuer", ({ claims }) => Array.isArray(claims["iss"])) },
  },
  "accepts-longer-audience-push": {
    sentence: "Accepts a push whose token names an audience that begins like its own address",
    overrides: {
      push: forgiving("wrong-audience", ({ claims }) => /^https?:\/\/127\.0\.0\.1/.test(String(claims["aud"]))),
    },
  },
  "accepts-other-algorithm-push": {
    sentence: "Accepts a push whose token uses another algorithm than its key is published for",
    overrides: { push: forgiving("algorithm-not-allowed", ({ header }) => header["alg"] === "RS512") },
  },
  "accepts-unencoded-push": {
    sentence: "Accepts a push whose token says that its payload is not encoded",
    overrides: { push: forgiving("critical-header", ({ header }) => header["b64"] === false) },
  },
  "push-answered-late": {
    sentence: "Answers a push only when its user has connected, or has failed to",
    overrides: { push: { answersLate: true } },
  },
  "push-drops-odd-key-set": {
    sentence: "Refuses the whole of Meta's key set for one key that it does not know",
    overrides: {
      push: {
        readKeySet(json) {
          const set = parseKeySet(json);
          const bad = set.problems.find(({ fatal }) => fatal);
          if (bad !== undefined) throw new TokenError("key-set-malformed", bad.message);
          return set;
        },
      },
    },
  },
  "push-fetches-new-keys-once": {
    sentence: "Follows the first change of Meta's keys, and no other",
    overrides: { push: { fetchesNewKeys: (fetches) => fetches < 2 } },
  },
  "push-reads-milliseconds": {
    sentence: "Takes the times of a push token for milliseconds",
    overrides: { push: harsh(({ claims }, now) => Number(claims["exp"]) < now * 1000) },
  },
  "push-stops-fetching-keys": {
    sentence: "Never fetches Meta's keys again after a fetch that failed",
    overrides: { push: { fetchesAfterFailure: false } },
  },
  "push-takes-first-key": {
    sentence: "Takes the first of Meta's keys with the id of a push, whether it fits or not",
    overrides: { push: readsKeys(firstOfEachId) },
  },
  "push-takes-last-key": {
    sentence: "Takes the last of Meta's keys with the id of a push, whether it fits or not",
    overrides: { push: readsKeys((keys) => firstOfEachId(keys.toReversed())) },
  },
  "shows-pushes": {
    sentence: "Shows a message without text for each push, before anything was fetched",
    overrides: { push: { showsPushes: true } },
  },
  "push-wants-audience-text": {
    sentence: "Refuses a push whose token lists its audience beside others",
    overrides: { push: harsh(({ claims }) => Array.isArray(claims["aud"])) },
  },
  "push-wants-capitals": {
    sentence: "Refuses a push whose authentication scheme is not written Bearer",
    overrides: {
      push: {
        token(rawHeaders) {
          const value = headerNamed(rawHeaders, (name) => name.toLowerCase() === "authorization");
          return value?.startsWith("Bearer ") === true ? bearerToken(value) : undefined;
        },
      },
    },
  },
  "push-wants-capital-header": {
    sentence: "Overlooks the token of a push unless the header is written Authorization",
    overrides: {
      push: { token: (rawHeaders) => bearerToken(headerNamed(rawHeaders, (name) => name === "Authorization")) },
    },
  },
  "push-wants-issue-time": {
    sentence: "Refuses a push whose token does not say when it was issued",
    overrides: { push: harsh(({ claims }) => claims["iat"] === undefined) },
  },
  "push-wants-known-claims": {
    sentence: "Refuses a push whose token has claims that it does not know",
    overrides: {
      push: harsh(({ claims }) => !Object.keys(claims).every((name) => /^(iss|aud|iat|exp)$/.test(name))),
    },
  },
  "push-wants-plain-key-type": {
    sentence: "Refuses Meta's key set unless its type is application/json",
    overrides: {
      push: {
        readKeySet(json, contentType) {
          if (/^application\/json\b/.test(contentType)) return parseKeySet(json);
          throw new TokenError("key-set-malformed", `Read Meta's keys: found ${contentType}, wanted application/json`);
        },
      },
    },
  },
  "push-wants-type-jwt": {
    sentence: "Refuses a push whose token has another type than JWT",
    overrides: { push: harsh(({ header }) => header["typ"] !== "JWT") },
  },
  "push-without-allowance": {
    sentence: "Refuses a push whose token was issued by a clock that is a little ahead",
    overrides: { push: harsh(({ claims }, now) => Number(claims["iat"]) > now || Number(claims["nbf"]) > now) },
  },
  "accepts-alg-none-push": {
    sentence: "Accepts a push whose token says it needs no signature",
    overrides: { push: forgiving("algorithm-not-allowed") },
  },
  "accepts-bad-signature-push": {
    sentence: "Accepts a push whose token has a wrong signature",
    overrides: { push: forgiving("bad-signature") },
  },
  "accepts-expired-push": {
    sentence: "Accepts a push whose token has expired",
    overrides: { push: forgiving("expired") },
  },
  "accepts-foreign-audience-push": {
    sentence: "Accepts a push whose token names another audience",
    overrides: { push: forgiving("wrong-audience") },
  },
  "accepts-foreign-issuer-push": {
    sentence: "Accepts a push whose token names another issuer than Meta",
    overrides: { push: forgiving("wrong-issuer") },
  },
  "accepts-foreign-key-push": {
    sentence: "Accepts a push whose token is signed with a key that Meta has not published",
    overrides: { push: forgiving("unknown-key-id") },
  },
  "accepts-public-secret-push": {
    sentence: "Accepts a push whose token uses Meta's public key as the secret of an HMAC",
    overrides: {
      push: {
        async verify(token, verifyToken, nowSeconds) {
          if (token !== undefined && inspectToken(token).header["alg"] === "HS256") return;
          await lawfulPush.verify(token, verifyToken, nowSeconds);
        },
      },
    },
  },
  "accepts-push-without-token": {
    sentence: "Accepts a push that carries no token",
    overrides: {
      push: {
        verify: async (token, ...others) => (token === undefined ? undefined : lawfulPush.verify(token, ...others)),
      },
    },
  },
  "accepts-unsigned-push": {
    sentence: "Lets anyone wake its users",
    overrides: { push: { verify: async () => undefined } },
  },
  "ignores-push": {
    sentence: "Accepts pushes and does nothing",
    overrides: { push: { reconnects: false } },
  },
  "never-fetches-new-meta-keys": {
    sentence: "Fetches Meta's keys only once",
    overrides: { push: { fetchesNewKeys: () => false } },
  },
  "new-client-for-each-push": {
    sentence: "Starts another client for every push",
    overrides: { push: { startsAnew: true } },
  },
  "push-answered-202": {
    sentence: "Answers a push with status 202",
    overrides: { push: { answer: { status: 202, body: "" } } },
  },
  "speaks-http1-only": {
    sentence: "Does not offer HTTP/2",
    overrides: { http: { http2: false } },
  },
  "speaks-old-tls": {
    sentence: "Does not offer the newest version of TLS",
    overrides: { http: { newestTls: "TLSv1.2" } },
  },
});
