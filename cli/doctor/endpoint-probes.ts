import { once } from "node:events";
import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { rootCertificates } from "node:tls";
import { reasonOf } from "../../core/coded-error.js";
import { shownUrl } from "../../core/shown.js";
import { profileParams } from "../../harness/driver/configuration.js";
import { budgetFor } from "../../harness/runner/timing.js";
import { type Diagnosis, type Patient, type Probe, unwell, well } from "./probe.js";

const patienceMs = 3000;

export const configures: Probe = {
  name: "configure",
  async examine(patient) {
    const { profile, endpoints } = patient.meta;
    const answer = await patient.driver.call("provider.configure", {
      meta: endpoints,
      ...profileParams(profile),
      ...budgetFor(patient.description?.capabilities ?? []).configuration,
    });
    if (!answer.ok)
      return unwell(answer.cause.message, "Take over the addresses of provider.configure and return your own");
    patient.endpoints = answer.result.endpoints;
    if (answer.result.tlsCa !== undefined) patient.tlsCa = answer.result.tlsCa;
    return well("returned its endpoints");
  },
};

export const publishesKeys: Probe = {
  name: "key endpoint",
  async examine({ endpoints, tlsCa }) {
    if (endpoints === undefined) return unknownEndpoints;
    const reply = await ask(endpoints.jwks, "GET", tlsCa);
    const shown = shownUrl(endpoints.jwks);
    if (!reply.ok) return reply.diagnosis;
    if (reply.status !== 200) return unwell(`${shown} answered ${reply.status}`, "Answer 200 with a JSON Web Key Set");
    return /"keys"\s*:/.test(reply.text)
      ? well(`${shown} answers`)
      : unwell(`${shown} answered no key set`, 'Answer with JSON that has a member "keys"');
  },
};

export const reachable: readonly Probe[] = (["media", "push"] as const).map((server) => ({
  name: `${server} endpoint`,
  async examine({ endpoints, tlsCa }: Patient) {
    if (endpoints === undefined) return unknownEndpoints;
    const reply = await ask(endpoints[server], "HEAD", tlsCa);
    return reply.ok ? well(`${shownUrl(endpoints[server])} is there (${reply.status})`) : reply.diagnosis;
  },
}));

const unknownEndpoints = unwell("not asked", "provider.configure has to work first");

type Reply =
  | { readonly ok: true; readonly status: number; readonly text: string }
  | { readonly ok: false; readonly diagnosis: Diagnosis };

/** @param ca PEM to trust besides the usual authorities. */
async function ask(url: string, method: "GET" | "HEAD", ca: string | undefined): Promise<Reply> {
  const refuse = (found: string, advice: string): Reply => ({ ok: false, diagnosis: unwell(found, advice) });
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (protocol !== "http:" && protocol !== "https:") {
    return refuse(`"${shownUrl(url).slice(0, 200)}" is no http URL`, "Return absolute URLs from provider.configure");
  }
  try {
    const options = { method, agent: false, signal: AbortSignal.timeout(patienceMs) } as const;
    const trusted = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
    const request = protocol === "https:" ? requestSecure(url, { ...options, ...trusted }) : requestPlain(url, options);
    const [answer] = (await once(request.end(), "response")) as [IncomingMessage];
    const text = (await answer.toArray()).map(String).join("").slice(0, 65_536);
    return { ok: true, status: answer.statusCode ?? 0, text };
  } catch (thrown) {
    return refuse(
      `${shownUrl(url)}: ${reasonOf(thrown)}`,
      "Listen before you answer provider.configure, at an address this machine can reach",
    );
  }
}
