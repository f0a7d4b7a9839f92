import { mutant } from "../behaviour/variation.js";

export default mutant("group-signature-broken", "Signs messages to groups wrongly", {
  groups: { sealed: (message) => message.map((byte, at) => (at === message.length - 1 ? byte ^ 1 : byte)) },
});
