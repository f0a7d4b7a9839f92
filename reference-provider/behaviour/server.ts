import { TokenError } from "../../protocol/token/errors.js";
import { type KeySet, parseKeySet } from "../../protocol/token/key-set.js";
import { contract } from "../settings.js";

/** How the provider's server side is reached. */
export interface HttpBehaviour {
  /** Whether bytes follow an answer to HEAD, as if it were one to GET. */
  readonly sendsBodyOnHead: boolean;
  /** Whether HTTP/2 is offered beside HTTP/1.1. */
  readonly http2: boolean;
  readonly newestTls: "TLSv1.2" | "TLSv1.3";
}

export const lawfulHttp: HttpBehaviour = { sendsBodyOnHead: false, http2: true, newestTls: "TLSv1.3" };

/** How the push receiver treats a call. */
export interface PushBehaviour {
  /** The bearer token in headers as they came: names and values in turn. */
  token(rawHeaders: readonly string[]): string | undefined;
  /** Meta's keys from an answer of its key endpoint. @throws TokenError `key-set-malformed` */
  readKeySet(json: string, contentType: string): KeySet;
  /** Rejects with TokenError when the call does not come from Meta. */
  verify(
    token: string | undefined,
    verifyToken: (token: string) => Promise<unknown>,
    nowSeconds: () => number,
  ): Promise<void>;
  /** The answer to a call that does not come from Meta. */
  readonly refusalStatus: 401 | 403;
  /** Whether Meta's keys are fetched again when a token names an unknown key; `fetches` counts those so far. */
  fetchesNewKeys(fetches: number): boolean;
  /** Whether keys are still fetched after a fetch that failed. */
  readonly fetchesAfterFailure: boolean;
  /** Whether a push for a user who is away makes that user connect. */
  readonly reconnects: boolean;
  /** Whether a push starts another client, even while one is connected. */
  readonly startsAnew: boolean;
  /** Whether a push is answered only when the user has connected, or has failed to. */
  readonly answersLate: boolean;
  /** Whether the user sees a push itself, as a message without text. */
  readonly showsPushes: boolean;
  /** The answer to a push that was accepted. */
  readonly answer: { readonly status: number; readonly body: string };
}

export const lawfulPush: PushBehaviour = {
  token: (rawHeaders) => bearerToken(headerNamed(rawHeaders, (name) => name.toLowerCase() === "authorization")),
  readKeySet: (json) => parseKeySet(json),
  async verify(token, verifyToken) {
    if (token === undefined) throw new TokenError("token-malformed", "Verify push: found no bearer token, wanted one");
    await verifyToken(token);
  },
  refusalStatus: 401,
  fetchesNewKeys: () => true,
  fetchesAfterFailure: true,
  reconnects: true,
  startsAnew: false,
  answersLate: false,
  showsPushes: false,
  answer: { status: 200, body: "" },
};

/** The value of the first header whose name fits. */
export function headerNamed(rawHeaders: readonly string[], fits: (name: string) => boolean): string | undefined {
  const index = rawHeaders.findIndex((name, position) => position % 2 === 0 && fits(name));
  return index === -1 ? undefined : rawHeaders[index + 1];
}

/** The name of the scheme has no case (RFC 9110 section 11.1). */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +([\w.-]+)$/i.exec(authorization ?? "")?.[1];
}

/** A proxy between the provider's clients and Meta's chat server (interop facts 37 and 38). */
export interface ProxyBehaviour {
  readonly enabled: boolean;
  /** The headers that give Meta the client's address. */
  headers(clientAddress: string): Readonly<Record<string, string>>;
  /** What happens to the connection to Meta when the client disconnects. */
  readonly onClientGone: "close" | "close-with-last" | "open-another";
  /** Whether a new client ends the connections of the others to Meta. */
  readonly oneAtATime: boolean;
}

export const lawfulProxy: ProxyBehaviour = {
  enabled: false,
  headers: (clientAddress) => ({ [contract.clientAddressHeader]: clientAddress }),
  onClientGone: "close",
  oneAtATime: false,
};
