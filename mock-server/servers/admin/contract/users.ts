import {
  anyJson,
  either,
  flag,
  integer,
  list,
  object,
  oneOf,
  optional,
  type Shape,
  text,
} from "../../../schema/shape.js";
import type { TraceContent } from "../../../../harness/model/trace.js";
import { address } from "./components.js";
import { contract } from "./contract.js";

export const user = object({
  jid: text({ description: "For example 999123456789@s.whatsapp.net" }),
  lid: optional(text({ description: "Second address, where users have one" })),
});
const params = object({ jid: address });

export const createUser = contract({
  id: "createUser",
  tag: "users",
  method: "post",
  path: "/users",
  scope: "tenant",
  summary: "Makes a WhatsApp user with real keys",
  body: object({ name: optional(text({ minLength: 1, maxLength: 100 })) }),
  answer: { status: 201, description: "The servers have its keys", shape: user },
  problems: ["too-many"],
});

export const listUsers = contract({
  id: "listUsers",
  tag: "users",
  method: "get",
  path: "/users",
  scope: "tenant",
  summary: "Lists the WhatsApp users",
  answer: { status: 200, description: "All of them", shape: object({ users: list(user) }) },
});

export const removeUser = contract({
  id: "removeUser",
  tag: "users",
  method: "delete",
  path: "/users/{jid}",
  scope: "tenant",
  summary: "Takes a WhatsApp user away",
  params,
  answer: { status: 204, description: "It is gone" },
  problems: ["not-found"],
});

const reference = object({ id: address, from: address });

export const content = either(
  object({ type: oneOf(["text"]), text: text({ maxLength: 65_536 }), replyTo: optional(reference) }),
  either(
    object({
      type: oneOf(["reaction"]),
      target: reference,
      emoji: text({ maxLength: 50, description: "Empty takes the reaction back" }),
    }),
    object({
      type: oneOf(["image", "video", "audio", "voice", "document"]),
      data: text({ maxLength: 700_000, description: "Base64" }),
      mimetype: text({ maxLength: 100 }),
      caption: optional(text({ maxLength: 4096 })),
      fileName: optional(text({ maxLength: 255 })),
    }),
  ),
);

export const sendMessage = contract({
  id: "sendMessage",
  tag: "users",
  method: "post",
  path: "/users/{jid}/messages",
  scope: "tenant",
  summary: "Encrypts a message and sends it",
  description: "Ordinary traffic: fetches keys, opens a session, waits for the server's ack. Armed faults act on it.",
  params,
  body: object({
    to: text({
      minLength: 1,
      maxLength: 200,
      description: "Login of a provider's user, or an address of a WhatsApp user or group",
    }),
    content,
  }),
  answer: { status: 201, description: "The server has taken it", shape: object({ id: text() }) },
  problems: ["not-found"],
});

const received = object({
  seq: integer({ description: "Of the journal's entry" }),
  id: text(),
  from: text(),
  content: optional(anyJson({ description: "Type and fields, bytes in base64" }) as Shape<TraceContent>),
  error: optional(text({ description: "Why it could not be opened" })),
});

export const listMessages = contract({
  id: "listMessages",
  tag: "users",
  method: "get",
  path: "/users/{jid}/messages",
  scope: "tenant",
  summary: "Lists what a WhatsApp user was sent since the last reset, opened",
  params,
  query: object({
    after: optional(integer({ minimum: 0, description: "Only entries with a greater number" })),
    limit: optional(integer({ minimum: 1, maximum: 1000, default: 100 })),
  }),
  answer: { status: 200, description: "Oldest first", shape: object({ messages: list(received) }) },
  problems: ["not-found"],
});

export const changeIdentity = contract({
  id: "changeIdentity",
  tag: "users",
  method: "post",
  path: "/users/{jid}/identity",
  scope: "tenant",
  summary: "Gives a WhatsApp user a new identity key, as after a re-installation",
  params,
  answer: { status: 204, description: "Peers are being told" },
  problems: ["not-found"],
});

const none = "Said; what becomes of it is in the journal";

export const markRead = contract({
  id: "markRead",
  tag: "users",
  method: "post",
  path: "/users/{jid}/read",
  scope: "tenant",
  summary: "Says that messages were read",
  params,
  body: object({
    from: address,
    ids: list(address, { minItems: 1, maxItems: 100 }),
    participant: optional(address),
  }),
  answer: { status: 204, description: none },
  problems: ["not-found"],
});

export const showTyping = contract({
  id: "showTyping",
  tag: "users",
  method: "post",
  path: "/users/{jid}/typing",
  scope: "tenant",
  summary: "Shows that a WhatsApp user types, or no longer does",
  params,
  body: object({ to: address, state: oneOf(["composing", "paused"]) }),
  answer: { status: 204, description: none },
  problems: ["not-found"],
});

export const blockLogin = contract({
  id: "blockLogin",
  tag: "users",
  method: "post",
  path: "/users/{jid}/blocked",
  scope: "tenant",
  summary: "Has a WhatsApp user block a provider's user, who is not told",
  params,
  body: object({ login: address }),
  answer: { status: 204, description: "Nothing is delivered any more" },
  problems: ["not-found"],
});

export const setOptedIn = contract({
  id: "setOptedIn",
  tag: "users",
  method: "post",
  path: "/users/{jid}/opted-in",
  scope: "tenant",
  summary: "Opts a WhatsApp user in to third-party chats, or out of them",
  params,
  body: object({ optedIn: flag() }),
  answer: { status: 204, description: "It holds from now on" },
  problems: ["not-found"],
});

export const showPresence = contract({
  id: "showPresence",
  tag: "users",
  method: "post",
  path: "/users/{jid}/presence",
  scope: "tenant",
  summary: "Shows that a WhatsApp user is there, or not",
  params,
  body: object({ type: oneOf(["available", "unavailable"]) }),
  answer: { status: 204, description: none },
  problems: ["not-found"],
});

export const createGroup = contract({
  id: "createGroup",
  tag: "users",
  method: "post",
  path: "/users/{jid}/groups",
  scope: "tenant",
  summary: "Makes a group of which a WhatsApp user is the owner",
  params,
  body: object({ subject: text({ minLength: 1, maxLength: 100 }), members: list(address, { maxItems: 256 }) }),
  answer: { status: 201, description: "Members have been told", shape: object({ jid: text() }) },
  problems: ["not-found"],
});

export const changeGroup = contract({
  id: "changeGroup",
  tag: "users",
  method: "post",
  path: "/users/{jid}/groups/{group}/members",
  scope: "tenant",
  summary: "Adds members to a group of a WhatsApp user, or removes them",
  params: object({ jid: address, group: address }),
  body: object({ change: oneOf(["add", "remove"]), members: list(address, { maxItems: 256 }) }),
  answer: { status: 204, description: "All who are concerned have been told" },
  problems: ["not-found"],
});
