import type { Schema } from "../../../schema/schema.js";
import type { AdminErrorCode } from "./problems.js";

/**
 * One operation of the admin API as data: what the router validates requests by, what the OpenAPI document says, and
 * what the typed client calls.
 */
export interface Contract<Params, Query, Body, Answer> extends ContractSpec<Params, Query, Body, Answer> {
  readonly tag: Tag;
  readonly method: "get" | "post" | "delete";
  /** Below the root of the scope, with parameters in braces. */
  readonly path: string;
  readonly scope: Scope;
}

interface ContractSpec<Params, Query, Body, Answer> {
  readonly summary: string;
  readonly description?: string;
  readonly params?: Schema<Params>;
  readonly query?: Schema<Query>;
  readonly body?: Schema<Body>;
  readonly answer: AnswerSpec<Answer>;
  /** In addition to those that any operation may answer with. */
  readonly problems?: readonly AdminErrorCode[];
}

interface AnswerSpec<Answer> {
  readonly status: 200 | 201 | 202 | 204;
  readonly description: string;
  /** Absent when there is no body. */
  readonly schema?: Schema<Answer>;
  /** Media type of a body that is not JSON but text. */
  readonly media?: string;
}

/**
 * open: at the root, without a token. server: below `/v1`. tenant: below `/v1` for the first tenant, and below
 * `/v1/tenants/{tenant}` for any.
 */
type Scope = "open" | "server" | "tenant";

export const tags = {
  integrators: "The providers under test",
  users: "Simulated WhatsApp users, and what they send and receive",
  messages: "Messages between users, and what happened to them",
  devices: "Devices of WhatsApp users: simulated ones and ordinary clients",
  media: "The files of WhatsApp users, as the simulated media host stores them",
  accounts: "Users of the provider, as the simulated servers know them",
  sessions: "Live connections of users of the provider, from the server's end",
  push: "Push calls that wake users of the provider",
  faults: "Deviations of the simulated side",
  clock: "The time of mailboxes, caches and inactive accounts",
  journal: "Everything that crossed a boundary",
  tenants: "Separate simulated sides behind the same sockets",
  server: "The endpoint as a whole",
} as const;

type Tag = keyof typeof tags;

/** No parameters. */
type None = Readonly<Record<never, never>>;

type Verb = <Params = None, Query = None, Body = undefined, Answer = void>(
  path: string,
  spec: ContractSpec<Params, Query, Body, Answer>,
) => Contract<Params, Query, Body, Answer>;

interface Verbs {
  readonly get: Verb;
  readonly post: Verb;
  readonly remove: Verb;
}

/** The contracts of one tag and scope, by their ids. */
export function operations<Group>(tag: Tag, scope: Scope, group: (verbs: Verbs) => Group): Group {
  const by =
    (method: AnyContract["method"]): Verb =>
    (path, spec) => ({ tag, scope, method, path, ...spec });
  return group({ get: by("get"), post: by("post"), remove: by("delete") });
}

/** Any contract, when its types do not matter. */
export type AnyContract = Contract<unknown, unknown, unknown, unknown>;

/** Where an operation is found, with parameters in braces. */
export function pathsOf({ scope, path }: Pick<AnyContract, "scope" | "path">): readonly string[] {
  if (scope === "open") return [path];
  return scope === "server" ? [`/v1${path}`] : [`/v1${path}`, `${tenantRoot}${path}`];
}

const tenantRoot = "/v1/tenants/{tenant}";

/** Whether the path names the tenant, which is no parameter of the operation itself. */
export function namesTenant(path: string): boolean {
  return path.startsWith(`${tenantRoot}/`);
}
