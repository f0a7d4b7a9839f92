import { mutant } from "../behaviour/variation.js";

export default mutant("never-pings", "Sends no keep-alive pings", {
  channel: { keepAliveMs: () => undefined },
});
