import { mutant } from "../behaviour/variation.js";

export default mutant("jwks-without-cache-header", "Does not say how long its key set may be kept", {
  identity: { keySetHeaders: { "content-type": "application/json" } },
});
