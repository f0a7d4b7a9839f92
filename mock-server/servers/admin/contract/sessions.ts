import { list, object, text } from "../../../schema/shape.js";
import { address, stanza } from "./components.js";
import { contract } from "./contract.js";

const params = object({ login: address });
const session = object({ login: text(), connection: text({ description: "As in the journal" }) });

export const listSessions = contract({
  id: "listSessions",
  tag: "sessions",
  method: "get",
  path: "/sessions",
  scope: "tenant",
  summary: "Lists the live connections",
  answer: { status: 200, description: "All that are logged in", shape: object({ sessions: list(session) }) },
});

export const sendStanzas = contract({
  id: "sendStanzas",
  tag: "sessions",
  method: "post",
  path: "/sessions/{login}/stanzas",
  scope: "tenant",
  summary: "Sends any stanzas as the server",
  description: "Those of one request leave in one turn. They are not judged first: whatever can be encoded is sent.",
  params,
  body: object({ stanzas: list(stanza, { minItems: 1, maxItems: 100 }) }),
  answer: { status: 202, description: "Written to the connection", shape: session },
  problems: ["not-connected"],
});

export const dropSession = contract({
  id: "dropSession",
  tag: "sessions",
  method: "delete",
  path: "/sessions/{login}",
  scope: "tenant",
  summary: "Closes a connection without a word",
  params,
  answer: { status: 204, description: "Closed" },
  problems: ["not-connected"],
});
