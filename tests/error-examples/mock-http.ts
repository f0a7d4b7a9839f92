import { utf8 } from "../../core/bytes.js";
import type { AccountErrorCode } from "../../mock-server/accounts/errors.js";
import { createIntegrators } from "../../mock-server/accounts/integrators.js";
import { createKeySets } from "../../mock-server/accounts/key-sets.js";
import { createTokenVerifier } from "../../mock-server/accounts/token-verifier.js";
import { createBufferPool } from "../../mock-server/servers/media/wire.js";
import { startFetch } from "../../mock-server/servers/media/fetcher.js";
import { ResponseReader } from "../../mock-server/servers/media/response-reader.js";
import { createHttpCaller, type HttpCall, type HttpCaller } from "../../mock-server/http/caller.js";
import type { HttpCallErrorCode } from "../../mock-server/http/errors.js";
import { countExchanges } from "../../mock-server/http/exchange.js";
import { visit } from "../../mock-server/http/visit.js";
import { createJournal } from "../../mock-server/journal/journal.js";
import { integratorHost } from "../../mock-server/testing/integrator-host.js";
import { testProfile } from "../../mock-server/testing/rig.js";
import { systemClock } from "../../runtime/system-clock.js";
import { example, type Examples } from "./example.js";
import { answering, serving } from "./servers.js";

const profile = testProfile();

async function asked(use: (caller: HttpCaller, call: HttpCall) => Promise<unknown>, url: string): Promise<unknown> {
  const journal = createJournal({ clock: systemClock });
  const caller = createHttpCaller({ clock: systemClock, journal, nextExchange: countExchanges() });
  try {
    return await use(caller, { server: "keys", method: "GET", url, headers: {}, timeoutMs: 200, maximumBytes: 100 });
  } finally {
    caller.close();
  }
}

const calledAt = (url: string): Promise<unknown> => asked((caller, call) => caller.call(call), url);

/** What a reader of the media host makes of this answer. */
function mediaAnswer(text: string): unknown {
  const ignore = (): void => undefined;
  const reader = new ResponseReader("GET", { head: ignore, body: ignore, end: ignore });
  reader.read(utf8(text));
  return reader.close();
}

export const calls: Examples<HttpCallErrorCode> = {
  "http-bad-url": example("An address has no scheme", () => calledAt("provider.example/keys")),
  "http-unreachable": example("Nobody listens at an address", () => calledAt("http://127.0.0.1:9/keys")),
  "http-timed-out": example("A handler never answers", () => serving(() => undefined, calledAt)),
  "http-answer-too-large": example("An answer of 200 bytes comes where 100 are taken", () =>
    answering(200, "x".repeat(200), calledAt),
  ),
  "http-bad-answer": example("The media host speaks an older protocol", () => mediaAnswer("hello\r\n\r\n")),
  "http-cut-short": example("The connection ends ten bytes early", () =>
    mediaAnswer("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n0123456789"),
  ),
  "http-reader-gone": example("Whoever wanted a file hangs up", () =>
    serving(
      () => undefined,
      async (url) => {
        const sink = { head: () => undefined, body: () => undefined };
        const pool = createBufferPool();
        const request = { method: "GET", url: new URL(url), ca: undefined, headers: {} } as const;
        const fetching = startFetch(request, sink, { profile: profile.media, clock: systemClock, pool });
        fetching.abort("http-reader-gone");
        return (await fetching.outcome).failure;
      },
    ),
  ),
  "http-stopped": example("The endpoint is closed during a call", () =>
    serving(
      () => undefined,
      (url) =>
        asked((caller, call) => {
          const answer = caller.call(call);
          caller.close();
          return answer;
        }, url),
    ),
  ),
  "http-without-tls": example("A version of HTTP is to be chosen without TLS", () =>
    visit(
      { clock: systemClock, journal: createJournal({ clock: systemClock }), nextExchange: countExchanges() },
      {
        server: "keys",
        url: "http://127.0.0.1:9/keys",
        ca: undefined,
        protocol: "h2",
        timeoutMs: 200,
        maximumBytes: 100,
      },
    ),
  ),
};

/** What becomes of a token that is good but for these claims. */
async function verified(claims: object, key?: string): Promise<unknown> {
  const provider = await integratorHost(profile, systemClock.now);
  const journal = createJournal({ clock: systemClock });
  const caller = createHttpCaller({ clock: systemClock, journal, nextExchange: countExchanges() });
  const integrators = createIntegrators();
  const { integrator } = provider;
  integrators.put({ ...integrator, endpoints: { ...integrator.endpoints, jwks: key ?? integrator.endpoints.jwks } });
  const keySets = createKeySets({ profile: profile.keySet, clock: systemClock, caller });
  const verifier = createTokenVerifier({ profile, clock: systemClock, integrators, keySets });
  try {
    return await verifier.verify(await provider.token("ada", claims));
  } finally {
    caller.close();
    await provider.host.close();
  }
}

export const accounts: Examples<AccountErrorCode> = {
  "unknown-integrator": example("The issuer is the provider's domain, not its slug", () =>
    verified({ [profile.token.issuerClaim]: "chat.example" }),
  ),
  "key-set-unavailable": example("The key endpoint answers 404", () => answering(404, "", (url) => verified({}, url))),
  "missing-identifier": example("The identifier is a number", () => verified({ [profile.token.identifierClaim]: 7 })),
  "wrong-protocol-version": example("The token is for another version", () =>
    verified({ [profile.token.versionClaim]: "2" }),
  ),
};
