import type { Clock } from "../../../core/clock.js";
import type { Journal } from "../../../harness/ports/journal.js";
import type { MediaProfile } from "../../../profiles/profile.js";
import { parseDownloadPath } from "../../../protocol/media/paths.js";
import type { Integrator, Integrators } from "../../accounts/integrators.js";
import type { HttpCallErrorCode } from "../../http/errors.js";
import { type NextExchange, recordedBody } from "../../http/exchange.js";
import { redactHeaders, redactTokens } from "../../http/redact.js";
import {
  beginningBytes,
  type Fetch,
  type FetchOutcome,
  type MediaRequest,
  type MediaSink,
  startFetch,
} from "./fetcher.js";
import { createBufferPool } from "./wire.js";

/** The part of a WhatsApp client's request that the provider may see: nothing that distinguishes clients. */
export interface ProxyRequest {
  readonly method: "GET" | "HEAD";
  readonly headers?: Readonly<Record<string, string>>;
}

/** Fetches files from the provider and relays them while they arrive: `GET {base}/{ref}` (interop facts 84, 86). */
export interface MediaProxy {
  /**
   * Undefined for a path that names no file of a known provider. Redirects are not followed: only the host that the
   * provider itself named is called.
   */
  fetch(path: string, request: ProxyRequest, sink: MediaSink): Fetch | undefined;
  /** The address of the file, and what to trust there in addition to the usual authorities (PEM). */
  locate(path: string): Pick<MediaRequest, "url" | "ca"> | undefined;
  /** Aborts all running transfers. */
  clear(): void;
}

export interface MediaProxyDeps {
  readonly profile: MediaProfile;
  /** Real time, not the one that a suite moves: it bounds waits. */
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

/** The trace has only the digest of a long body. */
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
