import { mutant } from "../behaviour/variation.js";

export default mutant("token-broken-at-connect", "Spoils the signature of the token with which it connects", {
  channel: {
    async token(fresh) {
      const [head = "", claims = "", signature = ""] = (await fresh()).split(".");
      return `${head}.${claims}.${Array.from(signature).reverse().join("")}`;
    },
  },
});
