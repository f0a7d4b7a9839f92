import { type IncomingMessage, request } from "node:http";
import { reasonOf } from "../../core/coded-error.js";
import { readBody } from "../http/exchange.js";
import type { AnyContract, Contract } from "../servers/admin/contract/contract.js";
import type { Contracts, OperationId } from "../servers/admin/contract/index.js";
import { MockClientError, MockRefusal } from "./errors.js";

interface CallInput<Params, Query, Body> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly signal?: AbortSignal | undefined;
}

type InputOf<Id extends OperationId> =
  Contracts[Id] extends Contract<infer Params, infer Query, infer Body, infer _>
    ? CallInput<Params, Query, Body>
    : never;

type AnswerOf<Id extends OperationId> =
  Contracts[Id] extends Contract<infer _P, infer _Q, infer _B, infer Answer> ? Answer : never;

export interface Caller {
  /**
   * Performs one operation of the admin API.
   *
   * @throws MockRefusal when the endpoint refuses, MockClientError when it gave no usable answer.
   */
  readonly call: <Id extends OperationId>(id: Id, input?: InputOf<Id>) => Promise<AnswerOf<Id>>;
  /** As `call`, for an answer that arrives piece by piece. Leaving the loop closes the connection. */
  readonly stream: <Id extends OperationId>(id: Id, input?: InputOf<Id>) => AsyncIterable<Uint8Array>;
}

export interface CallTarget {
  /** Base URL of the admin API. */
  readonly url: string;
  readonly token: string;
  /** Default: the first one. */
  readonly tenant?: string;
}

/** Of an answer; the largest is the export of a full journal. */
const maximumAnswerBytes = 2 ** 30;

/** Loaded with the first call: the schemas take longer to load than all the rest of the client. */
async function contractOf(id: OperationId): Promise<AnyContract> {
  const { contracts } = await import("../servers/admin/contract/index.js");
  return contracts[id];
}

export function callerOf({ url, token, tenant }: CallTarget): Caller {
  const targetOf = (contract: AnyContract, { params, query }: CallInput<unknown, unknown, unknown>): URL =>
    new URL(pathOf(contract, tenant, params as Record<string, unknown> | undefined, query), url);
  const headers = { authorization: `Bearer ${token}` };
  return {
    async call(id, input: CallInput<unknown, unknown, unknown> = {}) {
      const contract = await contractOf(id);
      const target = targetOf(contract, input);
      const { status, text } = await exchange(target, contract.method, headers, input.body, input.signal);
      if (status >= 300) throw refusalOf(status, text, target);
      // The endpoint answers as the contract says.
      if (contract.answer.media !== undefined) return text as never;
      return (text === "" ? undefined : parse(text, target.pathname)) as never;
    },
    async *stream(id, input: CallInput<unknown, unknown, unknown> = {}) {
      const contract = await contractOf(id);
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
  { scope, path }: Pick<AnyContract, "scope" | "path">,
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

/**
 * Resolves when the head of the answer is there. Node's own client instead of `fetch`: fake timers of a test do not reach
 * its timers.
 */
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
