import { Type } from "@sinclair/typebox";
import { list, object } from "../../../schema/schema.js";
import { operations } from "./contract.js";

const id = Type.String({ pattern: "^[A-Za-z0-9_-]{43}$", description: "Digest of the file, in base64url" });

const data = Type.String({
  maxLength: 1_000_000,
  description: "Base64: the file as it is stored, encrypted by its sender",
});

const params = object({ id });

const described = {
  id,
  path: Type.String({ description: "Where it is fetched from, below mediaUrl" }),
  bytes: Type.Integer({ description: "Size" }),
  sha256: Type.String({ description: "Hex, of what is stored" }),
};

export const mediaFile = object(described);

export const media = operations("media", "tenant", ({ get, post, remove }) => ({
  listMedia: get("/media", {
    summary: "Lists the files on the simulated media host",
    description: "What simulated users and ordinary clients uploaded. Files of a provider are with the provider.",
    answer: { status: 200, description: "Oldest first", schema: object({ files: list(mediaFile) }) },
  }),
  putMedia: post("/media", {
    summary: "Stores a file as it is",
    description: "Nothing is encrypted: what a message says of it has to fit. The same bytes are the same file.",
    body: object({ data }),
    answer: { status: 201, description: "It can be fetched", schema: mediaFile },
  }),
  readMedia: get("/media/{id}", {
    summary: "Reads a file as it is stored",
    params,
    answer: {
      status: 200,
      description: "The file",
      schema: object({ ...described, data: Type.String({ description: "Base64" }) }),
    },
    problems: ["not-found"],
  }),
  removeMedia: remove("/media/{id}", {
    summary: "Takes a file away; who asks for it is told that it is not there",
    params,
    answer: { status: 204, description: "It is gone" },
    problems: ["not-found"],
  }),
}));
