import { defineFault } from "./fault.js";

export const pushForged = defineFault({
  id: "push-forged",
  sentence: "Sends a push whose token has all claims right and a signature that is not Meta's",
  hook: "push-token",
  params: {},
  effect(token) {
    const [header = "", claims = "", signature = ""] = token.split(".");
    return `${header}.${claims}.${Array.from(signature).reverse().join("")}`;
  },
});
