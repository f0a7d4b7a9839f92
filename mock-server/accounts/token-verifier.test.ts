import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { loadProfile } from "../../profiles/load.js";
import { movableClock } from "../../runtime/movable-clock.js";
import { systemClock } from "../../runtime/system-clock.js";
import { createHttpCaller, type HttpCaller } from "../http/caller.js";
import { countExchanges } from "../http/exchange.js";
import { createJournal } from "../journal/journal.js";
import { type IntegratorHost, integratorHost } from "../testing/integrator-host.js";
import { createIntegrators } from "./integrators.js";
import { createKeySets } from "./key-sets.js";
import { createTokenVerifier, type TokenVerifier } from "./token-verifier.js";

const { profile } = await loadProfile("whatsapp");
const clock = movableClock(systemClock);

let provider: IntegratorHost;
let caller: HttpCaller;
let journal: ReturnType<typeof createJournal>;
let verifier: TokenVerifier;

beforeEach(async () => {
  provider = await integratorHost(profile, () => systemClock.now());
  journal = createJournal({ clock: systemClock });
  caller = createHttpCaller({ clock: systemClock, journal, nextExchange: countExchanges() });
  const integrators = createIntegrators();
  integrators.put(provider.integrator);
  const keySets = createKeySets({ profile: profile.keySet, clock, caller });
  verifier = createTokenVerifier({ profile, clock: systemClock, integrators, keySets });
});

afterEach(async () => {
  caller.close();
  await provider.host.close();
});

describe("a good token", () => {
  test("names the integrator and the user", async () => {
    const token = await provider.token("ada@example.org");
    const verdict = await verifier.verify(token);
    expect(verdict).toMatchObject({ ok: true, integrator: { id: 900 }, userId: "ada@example.org" });
    expect(verdict.trace).toMatchObject({
      verdict: "ok",
      header: { alg: "RS256" },
      claims: { sub: "ada@example.org" },
    });
    expect(verdict.trace.bytes).toBe(token.length);
    expect(JSON.stringify(verdict)).not.toContain(token.split(".")[2]);
  });

  test.each([
    ["unknown-integrator", { iss: "nobody" }],
    ["missing-identifier", { sub: "" }],
    ["missing-identifier", { sub: 7 }],
    ["wrong-protocol-version", { interop_version: "2" }],
    ["wrong-audience", { aud: "elsewhere" }],
    ["expired", { exp: 1_000_000 }],
  ])("is refused as %s with %j", async (code, claims) => {
    const verdict = await verifier.verify(await provider.token("ada", claims));
    expect(verdict).toMatchObject({ ok: false, code, trace: { verdict: code } });
  });

  test("is refused with a wrong signature", async () => {
    const [header, claims] = (await provider.token("ada")).split(".");
    const [, , signature] = (await provider.token("bob")).split(".");
    expect(await verifier.verify(`${header}.${claims}.${signature}`)).toMatchObject({ code: "bad-signature" });
  });
});

test.each(["", "a.b.c", "eyJhbGciOiJub25lIn0.e30."])("%j is refused without a fetch", async (token) => {
  expect(await verifier.verify(token)).toMatchObject({ ok: false });
  expect(provider.host.requests).toHaveLength(0);
});

describe("keys", () => {
  test("are fetched once for several tokens, and both halves are in the trace", async () => {
    const tokens = await Promise.all(["ada", "bob", "eve"].map((user) => provider.token(user)));
    const verdicts = await Promise.all(tokens.map((token) => verifier.verify(token)));
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(provider.host.requests).toHaveLength(1);
    expect(journal.entries).toMatchObject([
      { server: "keys", by: "harness", part: "request", url: provider.integrator.endpoints.jwks },
      { server: "keys", by: "provider", part: "response", status: 200 },
    ]);
  });

  test("are fetched again when the cache has expired", async () => {
    await verifier.verify(await provider.token("ada"));
    clock.advance(profile.keySet.cacheSeconds * 1000);
    await verifier.verify(await provider.token("ada"));
    expect(provider.host.requests).toHaveLength(2);
  });

  test("are fetched again for a new key, and old keys stay valid", async () => {
    const old = await provider.token("ada");
    await verifier.verify(old);
    await provider.rotate();
    expect(await verifier.verify(await provider.token("ada"))).toMatchObject({ ok: true });
    expect(await verifier.verify(old)).toMatchObject({ ok: true });
    expect(provider.host.requests).toHaveLength(2);
  });

  test("are fetched again at most once per token", async () => {
    await verifier.verify(await provider.token("ada"));
    const verdict = await verifier.verify(await provider.token("ada", {}, { kid: "another" }));
    expect(verdict).toMatchObject({ code: "unknown-key-id" });
    expect(provider.host.requests).toHaveLength(2);
  });

  test("that cannot be fetched refuse the token", async () => {
    const token = await provider.token("ada");
    await provider.host.close();
    expect(await verifier.verify(token)).toMatchObject({ code: "key-set-unavailable" });
  });
});
