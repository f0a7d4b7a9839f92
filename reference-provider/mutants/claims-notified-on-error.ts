import { mutant } from "../behaviour/variation.js";

export default mutant("claims-notified-on-error", "Takes a notice for sent although the server refused", {
  features: { refused: (error, request) => (request === "reachability" ? undefined : error) },
});
