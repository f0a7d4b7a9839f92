import { mutant } from "../behaviour/variation.js";

export default mutant("proxy-hides-client-address", "Has a proxy that does not tell Meta the address of the client", {
  proxy: { enabled: true, headers: () => ({}) },
});
