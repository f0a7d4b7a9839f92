import { parsePush, type PushErrorCode } from "../../protocol/push/push.js";
import { example, type Examples } from "./example.js";

export const push: Examples<PushErrorCode> = {
  "push-malformed": example("A push tells who wrote", () => parsePush('{"to":"ada","from":"grace"}')),
  "push-too-large": example("A push carries the message", () => parsePush(JSON.stringify({ to: "a".repeat(5000) }))),
};
