import type { IncomingMessage } from "node:http";
import type { HttpEntry } from "../../harness/model/trace.js";
import type { Journal } from "../../harness/ports/journal.js";
import { type NextExchange, recordedHeaders } from "../http/exchange.js";
import { redactHeaders, redactTokens } from "../http/redact.js";

/** What a server needs to record its HTTP exchanges. */
export interface ExchangeDeps {
  readonly journal: Journal;
  readonly nextExchange: NextExchange;
}

/** An HTTP exchange whose request is in the journal. */
export interface Exchange {
  /** The number that both halves have in the journal. */
  readonly number: number;
  /** Records the response. */
  answer(
    response: Omit<HttpEntry, keyof ReturnType<typeof commonOf> | "by" | "part" | "seq" | "at" | "scenario">,
  ): void;
}

/** Records a request that a client made. Credentials become digests; `body` must be free of them. */
export function recordRequest(
  { journal, nextExchange }: ExchangeDeps,
  server: HttpEntry["server"],
  request: IncomingMessage,
  body = "",
): Exchange {
  const common = commonOf(server, nextExchange(), request);
  const headers = redactHeaders(recordedHeaders(request.headers));
  journal.record({ ...common, by: "provider", part: "request", headers, body });
  return {
    number: common.exchange,
    answer: (response) => void journal.record({ ...common, by: "harness", part: "response", ...response }),
  };
}

function commonOf(server: HttpEntry["server"], exchange: number, { method = "", url = "" }: IncomingMessage) {
  return { kind: "http", server, exchange, method, url: redactTokens(url) } as const;
}
