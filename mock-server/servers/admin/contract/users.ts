import { Type } from "@sinclair/typebox";
import type { TraceContent } from "../../../../harness/model/trace.js";
import { list, object, oneOf } from "../../../schema/schema.js";
import { address, limit, user } from "./components.js";
import { operations } from "./contract.js";

const params = object({ jid: address });

const reference = object({ id: address, from: address });

export const content = Type.Union([
  object({ type: oneOf(["text"]), text: Type.String({ maxLength: 65_536 }), replyTo: Type.Optional(reference) }),
  object({
    type: oneOf(["reaction"]),
    target: reference,
    emoji: Type.String({ maxLength: 50, description: "An empty text removes the reaction" }),
  }),
  object({
    type: oneOf(["image", "video", "audio", "voice", "document"]),
    data: Type.String({ maxLength: 700_000, description: "Base64" }),
    mimetype: Type.String({ maxLength: 100 }),
    caption: Type.Optional(Type.String({ maxLength: 4096 })),
    fileName: Type.Optional(Type.String({ maxLength: 255 })),
  }),
]);

const received = object({
  seq: Type.Integer({ description: "Number of the journal entry" }),
  id: Type.String(),
  from: Type.String(),
  content: Type.Optional(Type.Unsafe<TraceContent>({ description: "Type and fields; bytes in base64" })),
  error: Type.Optional(Type.String({ description: "Why the user could not open it" })),
});

const accepted = "Accepted; the outcome appears in the journal";

export const users = operations("users", "tenant", ({ get, post, remove }) => ({
  createUser: post("/users", {
    summary: "Creates a WhatsApp user with real keys",
    body: object({ name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) }),
    answer: { status: 201, description: "Created; the servers have its keys", schema: user },
    problems: ["too-many"],
  }),
  listUsers: get("/users", {
    summary: "Lists the WhatsApp users",
    answer: { status: 200, description: "All of them", schema: object({ users: list(user) }) },
  }),
  removeUser: remove("/users/{jid}", {
    summary: "Removes a WhatsApp user",
    params,
    answer: { status: 204, description: "Removed" },
    problems: ["not-found"],
  }),
  sendMessage: post("/users/{jid}/messages", {
    summary: "Encrypts a message and sends it",
    description:
      "Ordinary traffic: the user fetches keys, opens a session and waits for the ack of the server. Armed faults act on it.",
    params,
    body: object({
      to: Type.String({
        minLength: 1,
        maxLength: 200,
        description: "Login of a user of the provider, or address of a WhatsApp user or group",
      }),
      content,
    }),
    answer: { status: 201, description: "The server has acknowledged it", schema: object({ id: Type.String() }) },
    problems: ["not-found"],
  }),
  listMessages: get("/users/{jid}/messages", {
    summary: "Lists the messages that a WhatsApp user got since the last reset, decrypted",
    params,
    query: object({
      after: Type.Optional(Type.Integer({ minimum: 0, description: "Only entries with a greater number" })),
      limit,
    }),
    answer: { status: 200, description: "Oldest first", schema: object({ messages: list(received) }) },
    problems: ["not-found"],
  }),
  changeIdentity: post("/users/{jid}/identity", {
    summary: "Gives a WhatsApp user a new identity key, as after a re-installation",
    params,
    answer: { status: 204, description: "Changed; the servers notify the peers" },
    problems: ["not-found"],
  }),
  markRead: post("/users/{jid}/read", {
    summary: "Sends read receipts",
    params,
    body: object({
      from: address,
      ids: list(address, { minItems: 1, maxItems: 100 }),
      participant: Type.Optional(address),
    }),
    answer: { status: 204, description: accepted },
    problems: ["not-found"],
  }),
  showTyping: post("/users/{jid}/typing", {
    summary: "Shows that a WhatsApp user is typing, or has stopped",
    params,
    body: object({ to: address, state: oneOf(["composing", "paused"]) }),
    answer: { status: 204, description: accepted },
    problems: ["not-found"],
  }),
  blockLogin: post("/users/{jid}/blocked", {
    summary: "Blocks a user of the provider, who gets no notice, as a WhatsApp user",
    params,
    body: object({ login: address }),
    answer: { status: 204, description: "Blocked; the server delivers nothing more from this login" },
    problems: ["not-found"],
  }),
  setOptedIn: post("/users/{jid}/opted-in", {
    summary: "Opts a WhatsApp user in to third-party chats, or out",
    params,
    body: object({ optedIn: Type.Boolean() }),
    answer: { status: 204, description: "Changed" },
    problems: ["not-found"],
  }),
  showPresence: post("/users/{jid}/presence", {
    summary: "Shows that a WhatsApp user is online, or offline",
    params,
    body: object({ type: oneOf(["available", "unavailable"]) }),
    answer: { status: 204, description: accepted },
    problems: ["not-found"],
  }),
  createGroup: post("/users/{jid}/groups", {
    summary: "Creates a group that a WhatsApp user owns",
    params,
    body: object({ subject: Type.String({ minLength: 1, maxLength: 100 }), members: list(address, { maxItems: 256 }) }),
    answer: {
      status: 201,
      description: "Created; the server has notified the members",
      schema: object({ jid: Type.String() }),
    },
    problems: ["not-found"],
  }),
  changeGroup: post("/users/{jid}/groups/{group}/members", {
    summary: "Adds members to a group that a WhatsApp user owns, or removes members",
    params: object({ jid: address, group: address }),
    body: object({ change: oneOf(["add", "remove"]), members: list(address, { maxItems: 256 }) }),
    answer: { status: 204, description: "Changed; the server has notified the members" },
    problems: ["not-found"],
  }),
}));
