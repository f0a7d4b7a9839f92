import { lawful } from "../behaviour/variation.js";

export default lawful("asks-before-fetching", "Asks with HEAD before it fetches a file", {
  files: { asksFirst: true },
});
