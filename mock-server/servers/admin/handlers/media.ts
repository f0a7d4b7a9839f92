import { createHash } from "node:crypto";
import { toBase64, toHex } from "../../../../core/bytes.js";
import type { StoredFile } from "../../../media/store.js";
import type { media } from "../contract/media.js";
import { AdminError } from "../contract/problems.js";
import { absent, type Handlers } from "./handler.js";
import { base64In } from "./users.js";

export const mediaHandlers: Handlers<typeof media> = {
  listMedia: ({ tenant }) => ({ files: tenant.core.media.list().map(shown) }),
  putMedia({ tenant, body: { data } }) {
    const blob = base64In("/data", data);
    const path = tenant.core.media.put(blob);
    const file = tenant.core.media.list().find((each) => each.path === path);
    if (file !== undefined) return shown(file);
    throw new AdminError("body-too-large", `Store file: found ${blob.length} bytes, wanted what the profile allows`);
  },
  readMedia({ tenant, params: { id } }) {
    const file = tenant.core.media.list().find((each) => each.id === id) ?? absent("file", id);
    return { ...shown(file), data: toBase64(file.blob) };
  },
  removeMedia({ tenant, params: { id } }) {
    if (!tenant.core.media.remove(id)) absent("file", id);
  },
};

function shown({ id, path, blob }: StoredFile) {
  return { id, path, bytes: blob.length, sha256: toHex(createHash("sha256").update(blob).digest()) };
}
