import { lawful } from "../behaviour/variation.js";

export default lawful("through-a-proxy", "Has a proxy between its clients and Meta", {
  proxy: { enabled: true },
});
