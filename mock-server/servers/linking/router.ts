import { type Request, type Response, Router } from "express";
import { CodedError } from "../../../core/coded-error.js";
import type { Journal } from "../../../harness/ports/journal.js";
import { encodeReply, type EnlistmentReply } from "../../../protocol/enlistment/reply.js";
import { type NextExchange, readBody, recordedHeaders } from "../../http/exchange.js";
import { redactHeaders, redactTokens } from "../../http/redact.js";

export interface LinkingServerDeps {
  readonly path: string;
  readonly journal: Journal;
  readonly nextExchange: NextExchange;
  /** Gives the client that shows `code` a new user, whose phone scans it; the address of the device to be. */
  readonly link: (code: string) => Promise<string>;
}

const maximumBodyBytes = 4096;

/**
 * Stands in for a person with a phone: `POST <path>` with the form argument `code`, the text of a pairing code. Ordinary
 * clients have no such request; a driver makes it, where a person would hold a phone in front of a screen.
 */
export function linkingRouter({ path, journal, nextExchange, link }: LinkingServerDeps): Router {
  async function serve(request: Request, response: Response): Promise<void> {
    const { bytes } = await readBody(request, maximumBodyBytes);
    const common = {
      kind: "http",
      server: "enlistment",
      exchange: nextExchange(),
      method: request.method,
      url: redactTokens(request.originalUrl),
    } as const;
    const headers = redactHeaders(recordedHeaders(request.headers));
    // The code holds a secret between client and phone.
    journal.record({ ...common, by: "provider", part: "request", headers, body: "" });
    const body = encodeReply(await reply(new TextDecoder().decode(bytes)));
    const type = { "content-type": "application/json" };
    journal.record({ ...common, by: "harness", part: "response", status: 200, headers: type, body });
    response.status(200).set(type).send(Buffer.from(body));
  }

  async function reply(body: string): Promise<EnlistmentReply> {
    try {
      return { status: "ok", login: await link(new URLSearchParams(body).get("code") ?? "") };
    } catch (thrown) {
      if (thrown instanceof CodedError) return { status: "fail", reason: String(thrown.code) };
      throw thrown;
    }
  }

  return Router().post(path, serve);
}
