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
    sentence: "Accepts a push whose token says that it needs no signature",
    overrides: { push: forgiving("algorithm-not-allowed") },
  },
  "accepts-bad-signature-push": {
    sentence: "Accepts a push whose token is signed by nobody",
    overrides: { push: forgiving("bad-signature") },
  },
  "accepts-expired-push": {
    sentence: "Accepts a push whose token has expired",
    overrides: { push: forgiving("expired") },
  },
  "accepts-foreign-audience-push": {
    sentence: "Accepts a push whose token is meant for somebody else",
    overrides: { push: forgiving("wrong-audience") },
  },
  "accepts-foreign-issuer-push": {
    sentence: "Accepts a push whose token somebody else than Meta has issued",
    overrides: { push: forgiving("wrong-issuer") },
  },
  "accepts-foreign-key-push": {
    sentence: "Accepts a push whose token is signed with a key that Meta has not published",
    overrides: { push: forgiving("unknown-key-id") },
  },
  "accepts-public-secret-push": {
    sentence: "Accepts a push whose token says that Meta's public key is the secret of an HMAC",
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
    sentence: "Takes pushes and does nothing about them",
    overrides: { push: { reconnects: false } },
  },
  "never-fetches-new-meta-keys": {
    sentence: "Fetches the keys of Meta once and knows no others ever after",
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
  "push-answered-with-body": {
    sentence: "Answers a push with a body",
    overrides: { push: { answer: { status: 200, body: "ok" } } },
  },
  "speaks-http1-only": {
    sentence: "Offers HTTP/2 to nobody",
    overrides: { http: { http2: false } },
  },
  "speaks-old-tls": {
    sentence: "Does not offer the newest version of TLS",
    overrides: { http: { newestTls: "TLSv1.2" } },
  },
});
