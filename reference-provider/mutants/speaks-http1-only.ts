import { mutant } from "../behaviour/variation.js";

export default mutant("speaks-http1-only", "Offers HTTP/2 to nobody", {
  http: { http2: false },
});
