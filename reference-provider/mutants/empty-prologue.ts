import { mutant } from "../behaviour/variation.js";

export default mutant("empty-prologue", "Leaves the header out of the prologue", {
  channel: { prologue: () => new Uint8Array(0) },
});
