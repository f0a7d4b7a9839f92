import type { Clock } from "../../../core/clock.js";
import type { Journal } from "../../../harness/ports/journal.js";
import type { MediaProfile } from "../../../profiles/profile.js";
import { parseDownloadPath } from "../../../protocol/media/paths.js";
import type { Integrator, Integrators } from "../../accounts/integrators.js";
import { type NextExchange, recordedBody } from "../../http/exchange.js";
import type { HttpCallErrorCode } from "../../http/errors.js";
import { redactHeaders, redactTokens } from "../../http/redact.js";
import { createBufferPool } from "./buffers.js";
import {
  beginningBytes,
  type Fetch,
  type FetchOutcome,
  type MediaRequest,
  type MediaSink,
  startFetch,
} from "./fetcher.js";

/** What a WhatsApp client asked for, as far as the provider may know: nothing that tells clients apart. */
export interface ProxyRequest {
  readonly method: "GET" | "HEAD";
  readonly headers?: Readonly<Record<string, string>>;
}

/** Fetches files of provider's users: `GET {base}/{ref}`, relayed while it comes (interop facts 84, 86). */
export interface MediaProxy {
  /**
   * Undefined for a path that names no file of a known provider. A redirect is an answer like any other: only the host that
   * the provider itself gave is ever called.
   */
  fetch(path: string, request: ProxyRequest, sink: MediaSink): Fetch | undefined;
  /** Where the file lies, and what to trust there besides the usual authorities (PEM). */
  locate(path: string): Pick<MediaRequest, "url" | "ca"> | undefined;
  /** Gives up what is under way. */
  clear(): void;
}

export interface MediaProxyDeps {
  readonly profile: MediaProfile;
  /** Real time, not the one that a suite moves: it bounds waiting. */
  readonly clock: Clock;
  readonly journal: Journal;
  readonly integrators: Integrators;
  readonly nextExchange: NextExchange;
}

export function createMediaProxy(deps: MediaProxyDeps): MediaProxy {
  const { profile, journal, integrators, nextExchange } = deps;
  const shared = { ...deps, pool: createBufferPool() };
  const underWay = new Set<Fetch>();

  function locate(path: string): Pick<MediaRequest, "url" | "ca"> | undefined {
    const wanted = parseDownloadPath(path);
    const integrator = wanted && integratorOf(wanted.integrator);
    if (wanted === undefined || integrator === undefined) return undefined;
    const base = integrator.endpoints.media;
    const url = `${base.replace(/\/$/, "")}/${wanted.ref}${profile.passesSlash ? "/" : ""}`;
    return URL.canParse(url) && /^https?:/.test(url) ? { url: new URL(url), ca: integrator.tlsCa } : undefined;
  }

  function integratorOf(identifier: string): Integrator | undefined {
    if (profile.integratorForm === "slug") return integrators.bySlug(identifier);
    return /^\d{1,3}$/.test(identifier) ? integrators.byId(Number(identifier)) : undefined;
  }

  function fetch(path: string, { method, headers: asked = {} }: ProxyRequest, sink: MediaSink): Fetch | undefined {
    const target = locate(path);
    if (target === undefined) return undefined;
    const { url } = target;
    const headers = Object.fromEntries(Object.entries(asked).filter(([, value]) => /^[\x20-\x7e]{1,200}$/.test(value)));
    const request: MediaRequest = { method, headers, ...target };
    const common = {
      kind: "http",
      server: "media",
      exchange: nextExchange(),
      method,
      url: redactTokens(url.href),
    } as const;
    journal.record({ ...common, by: "harness", part: "request", headers: lowerCase(headers), body: "" });
    const started = startFetch(request, sink, shared);
    underWay.add(started);
    const outcome = started.outcome.then((found) => {
      underWay.delete(started);
      journal.record({ ...common, by: "provider", part: "response", ...recorded(found) });
      return found;
    });
    return { outcome, abort: started.abort };
  }

  return {
    fetch,
    locate,
    clear() {
      for (const each of underWay) each.abort("http-stopped" satisfies HttpCallErrorCode);
    },
  };
}

/** Names as a trace has them. */
function lowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Long bodies are in the trace by their digest only. */
function recorded({ head, digest, beginning, failure }: FetchOutcome) {
  const whole = digest.bytes <= beginningBytes ? recordedBody(beginning) : { body: "" };
  return {
    headers: redactHeaders(head?.headers ?? {}),
    ...whole,
    digest,
    ...(head !== undefined && { status: head.status }),
    ...(failure !== undefined && { broken: failure.code }),
  };
}
