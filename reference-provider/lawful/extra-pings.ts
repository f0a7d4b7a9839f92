import { lawful } from "../behaviour/variation.js";

export default lawful("extra-pings", "Pings four times as often as it has to", {
  channel: { keepAliveMs: (standard) => Math.ceil(standard / 4) },
});
