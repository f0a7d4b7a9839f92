import { type Request, type Response, Router } from "express";
import { CodedError } from "../../../core/coded-error.js";
import { encodeReply, type EnlistmentReply } from "../../../protocol/enlistment/reply.js";
import { type ExchangeDeps, readBody, recordRequest } from "../../http/exchange.js";

export interface LinkingServerDeps extends ExchangeDeps {
  readonly path: string;
  /** Gives the client that shows `code` a new user, whose phone scans it. Resolves with the address of the new device. */
  readonly link: (code: string) => Promise<string>;
}

const maximumBodyBytes = 4096;

/**
 * Stands in for a person with a phone: `POST <path>` with the form argument `code`, the text of a pairing code. Ordinary
 * clients have no such request; a driver makes it, where a person would scan the code from a screen.
 */
export function linkingServer(deps: LinkingServerDeps): Router {
  async function serve(request: Request, response: Response): Promise<void> {
    const { bytes } = await readBody(request, maximumBodyBytes);
    // Without its body: the code contains a secret between client and phone.
    const exchange = recordRequest(deps, "enlistment", request);
    const body = encodeReply(await reply(new TextDecoder().decode(bytes)));
    const headers = { "content-type": "application/json" };
    exchange.answer({ status: 200, headers, body });
    response.status(200).set(headers).send(Buffer.from(body));
  }

  async function reply(body: string): Promise<EnlistmentReply> {
    try {
      return { status: "ok", login: await deps.link(new URLSearchParams(body).get("code") ?? "") };
    } catch (thrown) {
      if (thrown instanceof CodedError) return { status: "fail", reason: String(thrown.code) };
      throw thrown;
    }
  }

  return Router().post(deps.path, serve);
}
