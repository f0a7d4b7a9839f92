import { type Request, type Response, Router } from "express";
import type { Journal } from "../../../harness/ports/journal.js";
import { encodeKeySet } from "../../../protocol/token/signing-key.js";
import { type NextExchange, recordedHeaders } from "../../http/exchange.js";
import { redactHeaders, redactTokens } from "../../http/redact.js";
import type { MetaSigner } from "./signer.js";

/** Meta publishes its keys at `https://whatsapp.com/.well-known/jwks` (interop fact 22). */
export const metaKeySetPath = "/.well-known/jwks";

export interface KeysServerDeps {
  readonly journal: Journal;
  readonly nextExchange: NextExchange;
  readonly signer: MetaSigner;
}

/** Meta's own JWK set, with which a provider verifies the tokens of push calls. */
export function keysRouter({ journal, nextExchange, signer }: KeysServerDeps): Router {
  async function serve(request: Request, response: Response): Promise<void> {
    const url = redactTokens(request.originalUrl);
    const common = { kind: "http", server: "keys", exchange: nextExchange(), method: request.method, url } as const;
    const headers = redactHeaders(recordedHeaders(request.headers));
    journal.record({ ...common, by: "provider", part: "request", headers, body: "" });
    const body = encodeKeySet(await signer.published());
    const answerHeaders = { "content-type": "application/json", "cache-control": "public, max-age=300" };
    journal.record({ ...common, by: "harness", part: "response", status: 200, headers: answerHeaders, body });
    response.set(answerHeaders).send(Buffer.from(body));
  }
  return Router().get(metaKeySetPath, serve);
}
