import { lawful } from "../behaviour/variation.js";

export default lawful(
  "retry-keys-at-once",
  "Sends keys for a new session with its first request for a message already",
  {
    sessions: { keysFromRetry: 1 },
  },
);
