import { request } from "node:http";
import { reasonOf } from "../../core/coded-error.js";
import type { Contract } from "../faces/admin/contract/contract.js";
import { readBody } from "../http/read-body.js";
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

export interface CallTarget {
  /** Base URL of the admin API. */
  readonly url: string;
  readonly token: string;
  /** Undefined: the first one. */
  readonly tenant?: string;
}

/** Of an answer; the largest is the export of a full journal. */
const maximumAnswerBytes = 2 ** 30;

export function callerOf({ url, token, tenant }: CallTarget): Call {
  return async (contract, { params, query, body, signal } = {}) => {
    const path = pathOf(contract, tenant, params as Record<string, unknown> | undefined, query);
    const target = new URL(path, url);
    const headers = { authorization: `Bearer ${token}` };
    const answer = await exchange(target, contract.method, headers, body, signal);
    if (contract.answer.media !== undefined && answer.status < 300) return answer.text as never;
    const value = answer.text === "" ? undefined : parse(answer.text, path);
    if (answer.status < 300) return value as never;
    throw new MockRefusal(answer.status, value as Readonly<Record<string, unknown>>);
  };
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

/** Node's own client and no `fetch`: its timers are out of the reach of a test's fake ones. A connection each. */
async function exchange(
  url: URL,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<{ readonly status: number; readonly text: string }> {
  const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const described = bytes === undefined ? {} : { "content-type": "application/json", "content-length": bytes.length };
  try {
    return await new Promise((resolve, reject) => {
      const outgoing = request(url, {
        method: method.toUpperCase(),
        headers: { ...headers, ...described },
        agent: false,
        ...(signal !== undefined && { signal }),
      });
      outgoing.on("error", reject).on("response", (incoming) => {
        readBody(incoming, maximumAnswerBytes)
          .then((read) => resolve({ status: incoming.statusCode ?? 0, text: new TextDecoder().decode(read.bytes) }))
          .catch(reject);
      });
      outgoing.end(bytes);
    });
  } catch (thrown) {
    if (signal?.aborted === true) throw thrown;
    const message = `Ask the simulated endpoint at ${url.origin}: ${reasonOf(thrown)}; wanted it running`;
    throw new MockClientError("mock-unreachable", message, { cause: thrown });
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = `Read answer from ${path}: found "${text.slice(0, 60)}", wanted JSON`;
    throw new MockClientError("mock-bad-answer", message, { cause });
  }
}
