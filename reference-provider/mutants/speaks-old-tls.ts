import { mutant } from "../behaviour/variation.js";

export default mutant("speaks-old-tls", "Does not offer the newest version of TLS", {
  http: { newestTls: "TLSv1.2" },
});
