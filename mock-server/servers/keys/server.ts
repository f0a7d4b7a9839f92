import { type Request, type Response, Router } from "express";
import { encodeKeySet } from "../../../protocol/token/sign.js";
import { metaKeySetPath, type MetaSigner } from "./signer.js";
import { type ExchangeDeps, recordRequest } from "../../http/exchange.js";

export interface KeysServerDeps extends ExchangeDeps {
  readonly signer: MetaSigner;
}

/** Meta's own JWK set, with which a provider verifies the tokens of push calls. */
export function keysServer(deps: KeysServerDeps): Router {
  async function serve(request: Request, response: Response): Promise<void> {
    const exchange = recordRequest(deps, "keys", request);
    const body = encodeKeySet(await deps.signer.published());
    const headers = { "content-type": "application/json", "cache-control": "public, max-age=300" };
    exchange.answer({ status: 200, headers, body });
    response.set(headers).send(Buffer.from(body));
  }
  return Router().get(metaKeySetPath, serve);
}
