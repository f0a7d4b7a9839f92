import { lawful } from "../behaviour/variation.js";

export default lawful("small-key-batch", "Uploads ten one-time keys at a time", {
  keys: { initialBatch: 10, refillBatch: 10 },
});
