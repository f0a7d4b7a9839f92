import { Type } from "@sinclair/typebox";
import { list, object } from "../../../schema/schema.js";
import { operations } from "./contract.js";

const id = Type.String({ pattern: "^[A-Za-z0-9_-]{43}$", description: "SHA-256 of the file, in base64url" });

const data = Type.String({
  maxLength: 1_000_000,
  description: "Base64: the stored file, encrypted by its sender",
});

const params = object({ id });

const described = {
  id,
  path: Type.String({ description: "Its path below mediaUrl" }),
  bytes: Type.Integer({ description: "Its size" }),
  sha256: Type.String({ description: "Hex, of the stored bytes" }),
};

export const mediaFile = object(described);

export const media = operations("media", "tenant", ({ get, post, remove }) => ({
  listMedia: get("/media", {
    summary: "Lists the files on the simulated media host",
    description: "Uploads of simulated users and ordinary clients. Files of a provider are on its own servers.",
    answer: { status: 200, description: "Oldest first", schema: object({ files: list(mediaFile) }) },
  }),
  putMedia: post("/media", {
    summary: "Stores a file without encrypting it",
    description: "The keys and hashes in a message must fit these bytes. The same bytes are the same file.",
    body: object({ data }),
    answer: { status: 201, description: "Stored", schema: mediaFile },
  }),
  readMedia: get("/media/{id}", {
    summary: "Reads a file without decrypting it",
    params,
    answer: {
      status: 200,
      description: "The file",
      schema: object({ ...described, data: Type.String({ description: "Base64" }) }),
    },
    problems: ["not-found"],
  }),
  removeMedia: remove("/media/{id}", {
    summary: "Removes a file; requests for it get 404",
    params,
    answer: { status: 204, description: "Removed" },
    problems: ["not-found"],
  }),
}));
