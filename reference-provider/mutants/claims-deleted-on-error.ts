import { mutant } from "../behaviour/variation.js";

export default mutant("claims-deleted-on-error", "Takes a user for deleted although the server refused", {
  features: { refused: (error, request) => (request === "deletion" ? undefined : error) },
});
