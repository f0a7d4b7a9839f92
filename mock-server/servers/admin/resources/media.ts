import { createHash } from "node:crypto";
import { fromBase64, toBase64, toHex } from "../../../../core/bytes.js";
import type { StoredFile } from "../../../media/store.js";
import { listMedia, putMedia, readMedia, removeMedia } from "../contract/media.js";
import { AdminError } from "../problems.js";
import { route } from "../route.js";
import { absent } from "./find.js";

export const mediaRoutes = [
  route(listMedia, ({ tenant }) => ({ files: tenant.core.media.list().map(shownFile) })),
  route(putMedia, ({ tenant, body: { data } }) => {
    const blob = fromBase64(data);
    if (blob === undefined) {
      const errors = [{ in: "body", field: "/data", message: "must be base64" }] as const;
      throw new AdminError("bad-request", "Read body of the request: /data must be base64", { errors });
    }
    const path = tenant.core.media.put(blob);
    const file = tenant.core.media.list().find((each) => each.path === path);
    if (file !== undefined) return shownFile(file);
    throw new AdminError("body-too-large", `Store file: found ${blob.length} bytes, wanted what the profile allows`);
  }),
  route(readMedia, ({ tenant, params: { id } }) => {
    const file = tenant.core.media.list().find((each) => each.id === id) ?? absent("file", id);
    return { ...shownFile(file), data: toBase64(file.blob) };
  }),
  route(removeMedia, ({ tenant, params: { id } }) => {
    if (!tenant.core.media.remove(id)) absent("file", id);
  }),
];

function shownFile({ id, path, blob }: StoredFile) {
  return { id, path, bytes: blob.length, sha256: toHex(createHash("sha256").update(blob).digest()) };
}
