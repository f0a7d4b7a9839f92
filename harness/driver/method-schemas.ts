import { closedObject as object, type JsonSchema, type SchemaValidator, schemaValidator } from "../model/schema.js";
import type { Method } from "./methods.js";

interface MethodSchemas {
  readonly params: JsonSchema;
  readonly result: JsonSchema;
}

const text = { type: "string", minLength: 1, maxLength: 4096 };
const milliseconds = { type: "integer", minimum: 0 };
const bytes = { type: "string", contentEncoding: "base64" };
const anyObject = { type: "object" };

/** Results may carry members that a later protocol version knows; parameters may not. */
function open(required: Record<string, unknown>, optional: Record<string, unknown> = {}): JsonSchema {
  return { ...object(required, optional), additionalProperties: true };
}

const reference = object({ id: text, from: text });
/** The same in an event, which is part of a result. */
const reported = open({ id: text, from: text });
const states = { enum: ["composing", "paused"] };
const mediaKinds = ["image", "video", "audio", "voice", "document"];
const content = {
  type: "object",
  discriminator: { propertyName: "type" },
  required: ["type"],
  oneOf: [
    object({ type: { const: "text" }, text: { type: "string", maxLength: 65_536 } }),
    object(
      { type: { enum: mediaKinds }, data: bytes, mimetype: text },
      { caption: { type: "string" }, fileName: { type: "string" } },
    ),
  ],
};

function event(kind: string, required: Record<string, unknown>, optional: Record<string, unknown> = {}): JsonSchema {
  return open({ kind: { const: kind }, at: { type: "number" }, ...required }, optional);
}

const events = [
  event("message", { id: text, from: text, content: anyObject }, { replyTo: reported, group: text }),
  event("receipt", { ids: { type: "array", items: text }, from: text, type: text }, { group: text }),
  event("reaction", { target: reported, from: text, emoji: { type: "string" } }),
  event("typing", { from: text, state: states }),
  event("security-notice", { contact: text, reason: text }),
  event("connection", { state: text }, { reason: { type: "string" } }),
  event("error", { code: text }, { detail: { type: "string" } }),
];

const user = { user: text };
/** Opaque to the harness. */
const state = { type: "string", minLength: 1, maxLength: 16 * 1024 * 1024 };
const nothing = object({});

/**
 * JSON Schemas of the driver protocol. `docs/driver-protocol.md` describes the protocol in words; `reference.ts` writes
 * docs/driver-reference.md from the schemas.
 */
export const methodSchemas: Readonly<Record<Method, MethodSchemas>> = {
  "provider.describe": {
    params: nothing,
    result: open({
      protocol: { const: 1 },
      name: text,
      version: text,
      capabilities: { type: "array", items: text, maxItems: 100 },
    }),
  },
  "provider.configure": {
    params: object(
      {
        meta: object(
          {
            enlistUrl: text,
            chatUrl: text,
            mediaUrl: text,
            jwksUrl: text,
            rootKey: { type: "string", pattern: "^[0-9a-f]{64}$" },
          },
          { tlsCa: text },
        ),
        integrator: object({ id: { type: "integer", minimum: 1, maximum: 999 }, slug: text }),
        profile: object({ name: text, version: text, product: text, protocolVersion: text, wire: text, noise: text }),
      },
      {
        token: object({
          algorithms: { type: "array", items: text, minItems: 1, maxItems: 10 },
          audience: text,
          maximumLifetimeSeconds: { type: "integer", minimum: 1 },
          claims: object({ issuer: text, identifier: text, version: text }),
        }),
        enlistment: object({ furtherArguments: { enum: ["accepted", "refused"] } }),
        timing: object({ keepAliveMs: milliseconds, replyMs: milliseconds, reconnectMs: milliseconds }),
      },
    ),
    result: open({ endpoints: open({ jwks: text, media: text, push: text }) }, { tlsCa: { type: "string" } }),
  },
  "provider.reset": { params: nothing, result: anyObject },
  "user.create": { params: object({}, user), result: open(user) },
  "user.enlist": { params: object(user), result: open({ login: text }) },
  "user.connect": { params: object(user), result: anyObject },
  "user.disconnect": { params: object(user), result: anyObject },
  "user.delete": { params: object(user), result: anyObject },
  "message.send": {
    params: object({ ...user, to: text, content }, { replyTo: reference }),
    result: open({ id: text }),
  },
  "message.react": {
    params: object({ ...user, to: text, target: reference, emoji: { type: "string", maxLength: 64 } }),
    result: open({ id: text }),
  },
  "message.read": {
    params: object({ ...user, from: text, ids: { type: "array", items: text, minItems: 1, maxItems: 1000 } }),
    result: anyObject,
  },
  "message.typing": { params: object({ ...user, to: text, state: states }), result: anyObject },
  "contact.block": { params: object({ ...user, contact: text }), result: anyObject },
  "contact.unblock": { params: object({ ...user, contact: text }), result: anyObject },
  "contact.blocklist": {
    params: object(user),
    result: open({ contacts: { type: "array", items: text, maxItems: 10_000 } }),
  },
  "reachability.notify": { params: object({ ...user, to: text }), result: anyObject },
  "token.rotate": { params: nothing, result: anyObject },
  "keys.rotate": { params: object(user), result: anyObject },
  "state.export": { params: object(user), result: open({ state }) },
  "state.import": { params: object({ ...user, state }), result: anyObject },
  "events.take": {
    params: object({ ...user, timeoutMs: milliseconds }),
    result: open({
      events: {
        type: "array",
        maxItems: 10_000,
        items: { type: "object", discriminator: { propertyName: "kind" }, required: ["kind"], oneOf: events },
      },
    }),
  },
};

const validators = new Map<string, SchemaValidator>();

export function validateMessage(
  method: Method,
  part: "params" | "result",
  value: unknown,
): ReturnType<SchemaValidator> {
  const key = `${method} ${part}`;
  const validate = validators.get(key) ?? schemaValidator(methodSchemas[method][part]);
  validators.set(key, validate);
  return validate(value);
}
