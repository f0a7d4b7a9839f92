import type { Shape } from "../../../schema/shape.js";
import type { AdminErrorCode } from "../problems.js";

/**
 * One operation of the admin API as data: what the router judges requests by, what the OpenAPI document says, and what
 * the typed client calls.
 */
export interface Contract<Params, Query, Body, Answer> {
  /** Unique among all. */
  readonly id: string;
  readonly tag: Tag;
  readonly method: "get" | "post" | "delete";
  /** Below the root of the scope, with parameters in braces. */
  readonly path: string;
  /**
   * open: at the root, without a token. server: below `/v1`. tenant: below `/v1` for the first tenant, and below
   * `/v1/tenants/{tenant}` for any.
   */
  readonly scope: "open" | "server" | "tenant";
  readonly summary: string;
  readonly description?: string;
  readonly params?: Shape<Params>;
  readonly query?: Shape<Query>;
  readonly body?: Shape<Body>;
  readonly answer: AnswerSpec<Answer>;
  /** Beyond those that any operation may answer with. */
  readonly problems?: readonly AdminErrorCode[];
}

export interface AnswerSpec<Answer> {
  readonly status: 200 | 201 | 202 | 204;
  readonly description: string;
  /** Absent when there is no body. */
  readonly shape?: Shape<Answer>;
  /** Media type of a body that is no JSON but a text. */
  readonly media?: string;
}

export const tags = {
  integrators: "The providers under test",
  users: "Simulated WhatsApp users, and what they send and receive",
  messages: "What was said, and what became of it",
  devices: "Further devices of WhatsApp users, simulated ones and ordinary clients",
  media: "The files of WhatsApp users, as the simulated media host stores them",
  accounts: "Provider's users, as the simulated servers know them",
  sessions: "Live connections of provider's users, from the server's end",
  push: "Waking provider's users",
  faults: "Deviations of the simulated side",
  clock: "The time of mailboxes, caches and inactive accounts",
  journal: "Everything that crossed a boundary",
  tenants: "Several simulated sides behind the same sockets",
  server: "The endpoint as a whole",
} as const;

export type Tag = keyof typeof tags;

/** Nothing to give. */
export type None = Readonly<Record<never, never>>;

export function contract<Params = None, Query = None, Body = undefined, Answer = void>(
  spec: Contract<Params, Query, Body, Answer>,
): Contract<Params, Query, Body, Answer> {
  return spec;
}

/** Any contract, when its types do not matter. */
export type AnyContract = Contract<unknown, unknown, unknown, unknown>;

/** Where an operation is found, with parameters in braces. */
export function pathsOf({ scope, path }: Pick<AnyContract, "scope" | "path">): readonly string[] {
  if (scope === "open") return [path];
  return scope === "server" ? [`/v1${path}`] : [`/v1${path}`, `/v1/tenants/{tenant}${path}`];
}
