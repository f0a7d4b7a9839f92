import { fromBase64 } from "../../core/bytes.js";
import { mediaKinds } from "../../protocol/content/content.js";
import type { UserFile } from "../behaviour/files.js";
import { type Fields, invalid, object, optionalText, text } from "./params.js";

export type GivenContent =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "file"; readonly file: UserFile };

/** What `message.send` is to send. */
export function content(params: Fields): GivenContent {
  const fields = object(params["content"], path, ["type", "text", "data", "mimetype", "caption", "fileName"]);
  const kind = mediaKinds.find((known) => known === fields["type"]);
  if (kind !== undefined) return { type: "file", file: { kind, ...file(fields) } };
  if (fields["type"] !== "text")
    throw invalid(`${path}.type`, `"text" or one of ${mediaKinds.join(", ")}`, fields["type"]);
  const { text: value } = object(fields, path, ["type", "text"]);
  if (typeof value === "string") return { type: "text", text: value };
  throw invalid(`${path}.text`, "a text", value);
}

const path = "params.content";

function file(fields: Fields): Omit<UserFile, "kind"> {
  object(fields, path, ["type", "data", "mimetype", "caption", "fileName"]);
  const { data: encoded } = fields as { data?: unknown };
  const data = typeof encoded === "string" ? fromBase64(encoded) : undefined;
  if (data === undefined) throw invalid(`${path}.data`, "bytes in base64", encoded);
  const caption = optionalText(fields, "caption", path);
  const fileName = optionalText(fields, "fileName", path);
  return {
    data,
    mimetype: text(fields, "mimetype", path),
    ...(caption !== undefined && { caption }),
    ...(fileName !== undefined && { fileName }),
  };
}
