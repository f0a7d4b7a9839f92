import { mutant } from "../behaviour/variation.js";

export default mutant("proxy-one-client-at-a-time", "Has a proxy that drops the clients before when one more comes", {
  proxy: { enabled: true, oneAtATime: true },
});
