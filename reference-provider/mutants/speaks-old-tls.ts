import { mutant } from "../behaviour/variation.js";

export default mutant("speaks-old-tls", "Offers TLS 1.2 and nothing newer", {
  http: { newestTls: "TLSv1.2" },
});
