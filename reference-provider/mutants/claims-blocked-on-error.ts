import { mutant } from "../behaviour/variation.js";

export default mutant("claims-blocked-on-error", "Takes a contact for blocked although the server refused", {
  features: { refused: (error, request) => (request === "blocklist" ? undefined : error) },
});
