import { type IncomingMessage, request } from "node:http";
import { reasonOf } from "../../core/coded-error.js";
import type { AnyContract, Contract } from "../servers/admin/contract/contract.js";
import { readBody } from "../http/exchange.js";
import { MockClientError, MockRefusal } from "./errors.js";

export interface CallInput<Params, Query, Body> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Performs one operation of the admin API.
 *
 * @throws MockRefusal when the endpoint refuses, MockClientError when nothing usable came back.
 */
export type Call = <Params, Query, Body, Answer>(
  contract: Contract<Params, Query, Body, Answer>,
  input?: CallInput<NoInfer<Params>, NoInfer<Query>, NoInfer<Body>>,
) => Promise<Answer>;

export interface Caller {
  readonly call: Call;
  /** As `call`, for an answer that is taken piece by piece. Leaving the loop closes the connection. */
  readonly stream: <Params, Query, Body>(
    contract: Contract<Params, Query, Body, string>,
    input?: CallInput<NoInfer<Params>, NoInfer<Query>, NoInfer<Body>>,
  ) => AsyncIterable<Uint8Array>;
}

export interface CallTarget {
  /** Base URL of the admin API. */
  readonly url: string;
  readonly token: string;
  /** Undefined: the first one. */
  readonly tenant?: string;
}

/** Of an answer; the largest is the export of a full journal. */
const maximumAnswerBytes = 2 ** 30;

export function callerOf({ url, token, tenant }: CallTarget): Caller {
  const targetOf = (contract: AnyContract, { params, query }: CallInput<unknown, unknown, unknown>): URL =>
    new URL(pathOf(contract, tenant, params as Record<string, unknown> | undefined, query), url);
  const headers = { authorization: `Bearer ${token}` };
  return {
    async call(contract, input = {}) {
      const target = targetOf(contract, input);
      const { status, text } = await exchange(target, contract.method, headers, input.body, input.signal);
      if (status >= 300) throw refusalOf(status, text, target);
      if (contract.answer.media !== undefined) return text as never;
      return (text === "" ? undefined : parse(text, target.pathname)) as never;
    },
    async *stream(contract, input = {}) {
      const target = targetOf(contract, input);
      const { body, signal } = input;
      try {
        const incoming = await answerTo(target, contract.method, headers, body, signal);
        const { statusCode: status = 0 } = incoming;
        if (status >= 300) throw refusalOf(status, await textOf(incoming), target);
        yield* incoming as AsyncIterable<Uint8Array>;
      } catch (thrown) {
        throw thrown instanceof MockRefusal || signal?.aborted === true ? thrown : unreachable(target, thrown);
      }
    },
  };
}

function unreachable({ origin }: URL, cause: unknown): MockClientError {
  const message = `Ask the simulated endpoint at ${origin}: ${reasonOf(cause)}; wanted it running`;
  return new MockClientError("mock-unreachable", message, { cause });
}

function refusalOf(status: number, text: string, { pathname }: URL): MockRefusal {
  return new MockRefusal(status, parse(text, pathname) as Readonly<Record<string, unknown>>);
}

function pathOf(
  { scope, path }: Pick<Contract<unknown, unknown, unknown, unknown>, "scope" | "path">,
  tenant: string | undefined,
  params: Readonly<Record<string, unknown>> = {},
  query: unknown = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const given = Object.entries(query as Readonly<Record<string, unknown>>).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  const root = scope === "open" ? "" : scope === "tenant" && tenant !== undefined ? `/v1/tenants/${tenant}` : "/v1";
  return `${root}${filled}${search === "" ? "" : `?${search}`}`;
}

async function exchange(
  url: URL,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const incoming = await answerTo(url, method, headers, body, signal);
    return { status: incoming.statusCode ?? 0, text: await textOf(incoming) };
  } catch (thrown) {
    throw signal?.aborted === true ? thrown : unreachable(url, thrown);
  }
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  return new TextDecoder().decode((await readBody(incoming, maximumAnswerBytes)).bytes);
}

/** Resolves when its head is there. Node's own client and no `fetch`: its timers are out of the reach of a test's fake ones. */
function answerTo(
  url: URL,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<IncomingMessage> {
  const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const described = bytes === undefined ? {} : { "content-type": "application/json", "content-length": bytes.length };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: method.toUpperCase(),
      headers: { ...headers, ...described },
      agent: false,
      ...(signal !== undefined && { signal }),
    });
    outgoing.on("error", reject).on("response", resolve);
    outgoing.end(bytes);
  });
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = `Read answer from ${path}: found "${text.slice(0, 60)}", wanted JSON`;
    throw new MockClientError("mock-bad-answer", message, { cause });
  }
}
