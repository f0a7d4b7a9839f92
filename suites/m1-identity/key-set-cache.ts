import { servesWith } from "../scenarios/enlistment.js";

export default servesWith("m1-identity/key-set-cache", {
  requirement: "M1-28",
  header: "cache-control",
  name: "cache-control",
  pattern: /\b(max-age=\d+|no-cache|no-store)\b/i,
  hint: "Say with cache-control how long the key set may be kept: verifiers then fetch it neither at each token nor too late after a change.",
  mutants: ["jwks-without-cache-header"],
});
