import type { Json, Timing } from "../model/trace.js";
import type { ProviderEndpoints } from "../ports/meta-side.js";
import type { MessageReference, TypingState } from "../ports/provider-side.js";

/** Content as the driver protocol carries it: files in base64. */
export type WireContent = { readonly type: string } & { readonly [key: string]: Json };

/** The driver protocol, version 1: parameters and results of each method. Times in ms, bytes in base64. */
export interface Methods {
  "provider.describe": { params: Empty; result: ProviderDescription };
  "provider.configure": { params: Configuration; result: { endpoints: ProviderEndpoints; tlsCa?: string } };
  "provider.reset": { params: Empty; result: Json };
  "user.create": { params: { user?: string }; result: { user: string } };
  "user.enlist": { params: { user: string }; result: { login: string } };
  "user.connect": { params: { user: string }; result: Json };
  "user.disconnect": { params: { user: string }; result: Json };
  "user.delete": { params: { user: string }; result: Json };
  "message.send": {
    params: { user: string; to: string; content: WireContent; replyTo?: MessageReference };
    result: { id: string };
  };
  "message.react": {
    params: { user: string; to: string; target: MessageReference; emoji: string };
    result: { id: string };
  };
  "message.read": { params: { user: string; from: string; ids: readonly string[] }; result: Json };
  "message.typing": { params: { user: string; to: string; state: TypingState }; result: Json };
  "contact.block": { params: { user: string; contact: string }; result: Json };
  "contact.unblock": { params: { user: string; contact: string }; result: Json };
  "contact.blocklist": { params: { user: string }; result: { contacts: readonly string[] } };
  "reachability.notify": { params: { user: string; to: string }; result: Json };
  "token.rotate": { params: Empty; result: Json };
  "keys.rotate": { params: { user: string }; result: Json };
  "state.export": { params: { user: string }; result: { state: string } };
  "state.import": { params: { user: string; state: string }; result: Json };
  "events.take": { params: { user: string; timeoutMs: number }; result: { events: readonly ProviderEvent[] } };
}

export type Method = keyof Methods;
export type Params<M extends Method> = Methods[M]["params"];
export type Result<M extends Method> = Methods[M]["result"];

type Empty = Readonly<Record<string, never>>;

export interface ProviderDescription {
  readonly protocol: 1;
  readonly name: string;
  readonly version: string;
  readonly capabilities: readonly string[];
}

export type ProviderEvent = { readonly kind: string; readonly at: number } & { readonly [key: string]: Json };

export interface Configuration {
  readonly meta: {
    readonly enlistUrl: string;
    readonly chatUrl: string;
    readonly mediaUrl: string;
    readonly jwksUrl: string;
    readonly rootKey: string;
    readonly tlsCa?: string;
  };
  readonly integrator: { readonly id: number; readonly slug: string };
  readonly profile: {
    readonly name: string;
    readonly version: string;
    readonly product: string;
    readonly protocolVersion: string;
    readonly wire: string;
    readonly noise: string;
  };
  /** What the provider's tokens must hold. */
  readonly token?: {
    readonly algorithms: readonly string[];
    readonly audience: string;
    readonly maximumLifetimeSeconds: number;
    /** Names of the claims that carry the slug, the user-visible identifier, and the version of the interop protocol. */
    readonly claims: { readonly issuer: string; readonly identifier: string; readonly version: string };
  };
  readonly enlistment?: {
    /** Whether the enlistment form may have arguments that are not published. */
    readonly furtherArguments: "accepted" | "refused";
  };
  readonly timing?: Timing;
}

/** All capabilities that the protocol knows; others are reported by `interop doctor`. */
export const knownCapabilities = [
  "text",
  "text-receive",
  "media-receive",
  "image",
  "video",
  "audio",
  "voice",
  "document",
  "receipts",
  "read-receipts",
  "reactions",
  "replies",
  "typing",
  "blocking",
  "push",
  "deletion",
  "reachability",
  "groups",
  "state",
  "token-rotation",
  "key-rotation",
  "timing",
  "restart",
  "proxy",
] as const;

/** Methods that belong to one capability. Every provider needs the other methods, whatever it declares. */
const capabilities: Partial<Readonly<Record<Method, string>>> = {
  "user.delete": "deletion",
  "message.react": "reactions",
  "message.read": "read-receipts",
  "message.typing": "typing",
  "contact.block": "blocking",
  "contact.unblock": "blocking",
  "contact.blocklist": "blocking",
  "reachability.notify": "reachability",
  "token.rotate": "token-rotation",
  "keys.rotate": "key-rotation",
  "state.export": "state",
  "state.import": "state",
};

/** The capability that a call with these parameters belongs to; undefined when it needs none. */
export function capabilityOf(method: Method, params: object): string | undefined {
  return method === "message.send" ? contentType(params) : capabilities[method];
}

/** What can be sent is declared by type: `text`, `image` and so on. */
function contentType(params: { readonly content?: { readonly type: string } }): string | undefined {
  return params.content?.type;
}
