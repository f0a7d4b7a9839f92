import { fromHex } from "../../core/bytes.js";
import type { ProtoErrorCode } from "../../proto/errors.js";
import { wireFields } from "../../proto/wire.js";
import { example, type Examples } from "./example.js";

const limits = { maxBytes: 4, maxFields: 8 };

export const proto: Examples<ProtoErrorCode> = {
  "proto-malformed": example("A length leads beyond the end", () => wireFields(fromHex("120568"), limits)),
  "proto-too-large": example("Five bytes come where four may", () => wireFields(new Uint8Array(5), limits)),
};
