import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import express from "express";
import { toHex } from "../../../core/bytes.js";
import { traceOf } from "../../../harness/trace/trace.js";
import { loadProfile } from "../../../profiles/load.js";
import { encodeEnlistment, type EnlistmentFields } from "../../../protocol/enlistment/request.js";
import { seededRandom } from "../../../runtime/random.js";
import { systemClock } from "../../../runtime/system-clock.js";
import { sessionEngine } from "../../../signal/engine.js";
import { createIntegrators, createLogins } from "../../accounts/integrators.js";
import { createKeySets } from "../../accounts/key-sets.js";
import { createTokenVerifier } from "../../accounts/token-verifier.js";
import type { EnlistedAccount } from "../../engine/types.js";
import { createFaultBoard } from "../../faults/board.js";
import { createHttpCaller } from "../../http/caller.js";
import { countExchanges } from "../../http/exchange.js";
import { createJournal } from "../../journal/journal.js";
import type { EnlistmentProfile } from "../../../profiles/profile.js";
import { type IntegratorHost, integratorHost } from "../../testing/integrator-host.js";
import { enlistmentServer } from "./server.js";

const { profile } = await loadProfile("whatsapp");
const random = seededRandom("enlistment");

let provider: IntegratorHost;
let server: Server;
let url: string;
let parts: ReturnType<typeof makeDeps>;

function makeDeps(over: Partial<EnlistmentProfile> = {}) {
  const journal = createJournal({ clock: systemClock });
  const nextExchange = countExchanges();
  const integrators = createIntegrators();
  integrators.put(provider.integrator);
  const caller = createHttpCaller({ clock: systemClock, journal, nextExchange });
  const keySets = createKeySets({ profile: profile.keySet, clock: systemClock, caller });
  const enlisted: EnlistedAccount[] = [];
  return {
    profile: { ...profile.enlistment, ...over },
    journal,
    nextExchange,
    verifier: createTokenVerifier({ profile, clock: systemClock, integrators, keySets }),
    logins: createLogins(random),
    faults: createFaultBoard({ journal, random }),
    accounts: enlisted,
    enlisted: (account: EnlistedAccount) => void enlisted.push(account),
  };
}

beforeEach(async () => {
  provider = await integratorHost(profile, () => systemClock.now());
  await listen();
});

async function listen(over?: Partial<EnlistmentProfile>): Promise<void> {
  parts = makeDeps(over);
  server = createServer(express().use(enlistmentServer(parts)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${profile.enlistment.path}`;
}

async function close(): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

afterEach(async () => {
  await close();
  await provider.host.close();
});

function fields(token: string): EnlistmentFields {
  const { identityKey, registrationId, signedPreKey } = sessionEngine("x3dh-v3").createAccount().bundle();
  return { authKey: random.bytes(32), identityKey, registrationId, signedPreKey, token };
}

async function post(body: string, method = "POST"): Promise<{ status: number; reply: unknown }> {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await fetch(url, { method, headers, ...(method === "POST" && { body }) });
  return { status: response.status, reply: await response.json() };
}

function entry() {
  return traceOf(parts.journal.entries).of("enlistment").at(-1);
}

describe("an enlistment", () => {
  test("brings a login, and the server an account", async () => {
    const request = fields(await provider.token("ada@example.org"));
    const { status, reply } = await post(encodeEnlistment(request));
    const { token: _, identityKey, ...keys } = request;
    const [account] = parts.accounts;
    expect([status, reply]).toEqual([200, { login: account?.login, status: "ok" }]);
    expect(account).toMatchObject({ userId: "ada@example.org", identity: identityKey, ...keys });
    expect(account?.login).toMatch(/^900-\d{14}@interop$/);
    expect(entry()).toMatchObject({
      by: "provider",
      problems: [],
      signatureValid: true,
      token: { verdict: "ok" },
      arguments: { authkey: toHex(request.authKey), e_keytype: "05" },
      outcome: { login: account?.login },
    });
  });

  test("leaves both halves in the trace, without the token", async () => {
    const request = fields(await provider.token("ada"));
    await post(encodeEnlistment(request));
    const { requests, responses } = traceOf(parts.journal.entries).http.server("enlistment");
    expect(requests.list).toMatchObject([
      {
        method: "POST",
        url: profile.enlistment.path,
        headers: { "content-type": "application/x-www-form-urlencoded" },
      },
    ]);
    expect(requests.list[0]?.body).toMatch(/^authkey=.*&token=<token sha256:[0-9a-f]{64}>$/);
    expect(responses.list).toMatchObject([{ by: "harness", status: 200, exchange: entry()?.exchange }]);
    expect(JSON.stringify(parts.journal.entries)).not.toContain(request.token.split(".")[2]);
  });

  test("repeated for the same user keeps the login and brings the new keys", async () => {
    for (let count = 0; count < 2; count++) await post(encodeEnlistment(fields(await provider.token("ada"))));
    const [first, second] = parts.accounts;
    expect(second?.login).toBe(first?.login);
    expect(second?.identity).not.toEqual(first?.identity);
  });

  test("is taken with padded base64, which the trace names", async () => {
    const body = encodeEnlistment(fields(await provider.token("ada"))).replace("&e_keytype", "%3D&e_keytype");
    expect((await post(body)).reply).toMatchObject({ status: "ok" });
    expect(entry()?.problems.map(({ code, argument }) => `${code} ${argument}`)).toEqual(["padded-base64 authkey"]);
  });
});

describe("arguments that are not published", () => {
  const further = async (): Promise<string> => `${encodeEnlistment(fields(await provider.token("ada")))}&app_version=7`;

  test("are no problem, because the published list does not say that there are no others", async () => {
    expect((await post(await further())).reply).toMatchObject({ status: "ok" });
    expect(entry()?.problems).toEqual([]);
  });

  test("are refused by name if the profile says so", async () => {
    await close();
    await listen({ furtherArguments: "refused" });
    const { badArguments } = profile.enlistment.reasons;
    expect((await post(await further())).reply).toEqual({ reason: badArguments, status: "fail" });
    expect(entry()?.problems).toMatchObject([{ code: "unknown-argument", argument: "app_version" }]);
  });
});

describe("an enlistment is refused", () => {
  const reasons = profile.enlistment.reasons;

  test.each([
    ["a stranger", { iss: "stranger" }, reasons.unknownIntegrator],
    ["an expired token", { exp: 1 }, reasons.badToken],
    ["another protocol version", { interop_version: "0" }, reasons.badVersion],
  ])("from %s", async (_, claims, reason) => {
    const { status, reply } = await post(encodeEnlistment(fields(await provider.token("ada", claims))));
    expect([status, reply]).toEqual([200, { reason, status: "fail" }]);
    expect(entry()?.outcome).toEqual({ reason });
    expect(parts.accounts).toEqual([]);
  });

  test.each([
    ["another key type", (body: string) => body.replace("e_keytype=BQ", "e_keytype=Bg")],
    ["no registration id", (body: string) => body.replace(/&e_regid=[^&]*/, "")],
    ["the same argument twice", (body: string) => `${body}&e_keytype=BQ`],
    ["the signature of another key", (body: string) => body.replace(/e_skey_val=..../, "e_skey_val=AAAA")],
    ["no form", (body: string) => JSON.stringify(Object.fromEntries(new URLSearchParams(body)))],
  ])("with %s", async (_, spoil) => {
    const request = fields(await provider.token("ada"));
    const { reply } = await post(spoil(encodeEnlistment(request)));
    expect(reply).toEqual({ reason: reasons.badArguments, status: "fail" });
    expect(JSON.stringify(parts.journal.entries)).not.toContain(request.token.split(".")[2]);
  });

  test("with too large a body", async () => {
    expect((await post("x".repeat(100_000))).reply).toEqual({ reason: reasons.badArguments, status: "fail" });
    expect(entry()?.problems).toMatchObject([{ code: "body-too-large" }]);
  });

  test("by another method", async () => {
    expect((await post("", "GET")).status).toBe(405);
    expect(entry()).toBeUndefined();
  });

  test("by a fault, once and for whom it is meant", async () => {
    parts.faults.arm({ fault: "enlistment-refused", account: "ada", params: { reason: "rate_limited" } });
    expect((await post(encodeEnlistment(fields(await provider.token("bob"))))).reply).toMatchObject({ status: "ok" });
    const reply = { reason: "rate_limited", status: "fail" };
    expect((await post(encodeEnlistment(fields(await provider.token("ada"))))).reply).toEqual(reply);
    expect((await post(encodeEnlistment(fields(await provider.token("ada"))))).reply).toMatchObject({ status: "ok" });
  });
});
