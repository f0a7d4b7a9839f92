import { mutant } from "../behaviour/variation.js";

export default mutant("speaks-http1-only", "Offers HTTP/1.1 and nothing newer", {
  http: { http2: false },
});
