import { integer, list, object, text } from "../../../schema/shape.js";
import { contract } from "./contract.js";

const id = text({ pattern: "^[A-Za-z0-9_-]{43}$", description: "Digest of the file, in base64url" });
const data = text({ maxLength: 1_000_000, description: "Base64: the file as it is stored, encrypted by its sender" });
const params = object({ id });
const described = {
  id,
  path: text({ description: "Where it is fetched from, below mediaUrl" }),
  bytes: integer({ description: "Size" }),
  sha256: text({ description: "Hex, of what is stored" }),
};

export const mediaFile = object(described);

export const listMedia = contract({
  id: "listMedia",
  tag: "media",
  method: "get",
  path: "/media",
  scope: "tenant",
  summary: "Lists the files on the simulated media host",
  description: "What simulated users and ordinary clients uploaded. Files of a provider are with the provider.",
  answer: { status: 200, description: "Oldest first", shape: object({ files: list(mediaFile) }) },
});

export const putMedia = contract({
  id: "putMedia",
  tag: "media",
  method: "post",
  path: "/media",
  scope: "tenant",
  summary: "Stores a file as it is",
  description: "Nothing is encrypted: what a message says of it has to fit. The same bytes are the same file.",
  body: object({ data }),
  answer: { status: 201, description: "It can be fetched", shape: mediaFile },
});

export const readMedia = contract({
  id: "readMedia",
  tag: "media",
  method: "get",
  path: "/media/{id}",
  scope: "tenant",
  summary: "Reads a file as it is stored",
  params,
  answer: {
    status: 200,
    description: "The file",
    shape: object({ ...described, data: text({ description: "Base64" }) }),
  },
  problems: ["not-found"],
});

export const removeMedia = contract({
  id: "removeMedia",
  tag: "media",
  method: "delete",
  path: "/media/{id}",
  scope: "tenant",
  summary: "Takes a file away; who asks for it is told that it is not there",
  params,
  answer: { status: 204, description: "It is gone" },
  problems: ["not-found"],
});
