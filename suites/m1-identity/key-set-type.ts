import { servesWith } from "../scenarios/enlistment.js";

export default servesWith("m1-identity/key-set-type", {
  requirement: "M1-29",
  header: "content-type",
  name: "content type",
  pattern: /^application\/(jwk-set\+)?json\b/i,
  hint: "Serve the key set as application/jwk-set+json, or as application/json (RFC 7517, section 8.5).",
  mutants: ["jwks-as-text"],
  lawful: ["key-set-as-jwk-set-json"],
});
