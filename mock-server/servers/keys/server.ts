import { type Request, type Response, Router } from "express";
import { metaKeySetPath, type MetaSigner } from "./signer.js";
import type { FaultBoard } from "../../faults/board.js";
import { type ExchangeDeps, recordRequest } from "../../http/exchange.js";

export interface KeysServerDeps extends ExchangeDeps {
  readonly signer: MetaSigner;
  readonly faults: FaultBoard;
}

/** Meta's own JWK set, with which a provider verifies the tokens of push calls. */
export function keysServer(deps: KeysServerDeps): Router {
  async function serve(request: Request, response: Response): Promise<void> {
    const exchange = recordRequest(deps, "keys", request);
    const keys = (await deps.signer.published()).map(({ publicJwk }) => ({ ...publicJwk }));
    const usual = { status: 200, contentType: "application/json", keys };
    const { status, contentType, keys: stated } = deps.faults.apply("meta-keys", usual, {});
    const body = status === 200 ? JSON.stringify({ keys: stated }) : "";
    const headers = {
      "content-type": contentType,
      ...(status === 200 ? { "cache-control": "public, max-age=300" } : { "retry-after": "1" }),
    };
    exchange.answer({ status, headers, body });
    response.status(status).set(headers).send(Buffer.from(body));
  }
  return Router().get(metaKeySetPath, serve);
}
