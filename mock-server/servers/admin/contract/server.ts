import { flag, object, oneOf, text, anyJson } from "../../../schema/shape.js";
import { contract } from "./contract.js";

export const health = contract({
  id: "health",
  tag: "server",
  method: "get",
  path: "/health",
  scope: "open",
  summary: "Whether the process is alive",
  answer: { status: 200, description: "It answers", shape: object({ status: oneOf(["ok"]) }) },
});

export const ready = contract({
  id: "ready",
  tag: "server",
  method: "get",
  path: "/ready",
  scope: "open",
  summary: "Whether clients may connect",
  description: "No reset changes this.",
  answer: { status: 200, description: "All sockets are bound", shape: object({ status: oneOf(["ready"]) }) },
  problems: ["closing"],
});

export const readServer = contract({
  id: "readServer",
  tag: "server",
  method: "get",
  path: "/server",
  scope: "server",
  summary: "Shows how the endpoint was started",
  answer: {
    status: 200,
    description: "Its settings",
    shape: object({ seed: text(), profile: text(), profileVersion: text(), tls: flag() }),
  },
});

export const readCa = contract({
  id: "readCa",
  tag: "server",
  method: "get",
  path: "/ca.pem",
  scope: "server",
  summary: "Hands out the certificate that TLS clients have to trust",
  answer: { status: 200, description: "PEM", shape: text(), media: "application/pem-certificate-chain" },
  problems: ["not-found"],
});

export const readDocument = contract({
  id: "readDocument",
  tag: "server",
  method: "get",
  path: "/openapi.json",
  scope: "open",
  summary: "This document",
  answer: { status: 200, description: "OpenAPI 3.1", shape: anyJson() },
});

export const readPage = contract({
  id: "readPage",
  tag: "server",
  method: "get",
  path: "/docs",
  scope: "open",
  summary: "This document, for people",
  answer: { status: 200, description: "One page without scripts", shape: text(), media: "text/html" },
});
