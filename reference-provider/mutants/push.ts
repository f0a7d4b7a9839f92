import { TokenError, type TokenErrorCode } from "../../protocol/token/errors.js";
import { inspectToken } from "../../protocol/token/inspect.js";
import { lawfulPush, type PushBehaviour } from "../behaviour/server.js";
import { mutants } from "../behaviour/variant.js";

/** Verifies pushes, and accepts those with this error. */
function forgiving(code: TokenErrorCode): Pick<PushBehaviour, "verify"> {
  return {
    async verify(token, verifyToken) {
      try {
        await lawfulPush.verify(token, verifyToken);
      } catch (thrown) {
        if (!(thrown instanceof TokenError && thrown.code === code)) throw thrown;
      }
    },
  };
}

export default mutants({
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
        async verify(token, verifyToken) {
          if (token !== undefined && inspectToken(token).header["alg"] === "HS256") return;
          await lawfulPush.verify(token, verifyToken);
        },
      },
    },
  },
  "accepts-push-without-token": {
    sentence: "Accepts a push that carries no token",
    overrides: {
      push: {
        verify: async (token, verifyToken) => (token === undefined ? undefined : lawfulPush.verify(token, verifyToken)),
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
    overrides: { push: { fetchesNewKeys: false } },
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
