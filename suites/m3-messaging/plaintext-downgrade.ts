import { refusesMessage } from "../kit/faults.js";

export default refusesMessage("m3-messaging/plaintext-downgrade", {
  requirement: "M3-19",
  version: 2,
  fault: "plaintext-downgrade",
  hint: "Never show content that did not come out of a decryption: a plaintext child in a chat is an attack on its encryption.",
  mutants: { "delivers-plaintext": "message shown to the user", "crashes-on-missing-enc": "next message shown" },
});
