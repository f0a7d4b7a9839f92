import { mutant } from "../behaviour/variation.js";

export default mutant("never-fetches-new-meta-keys", "Fetches the keys of Meta once and knows no others ever after", {
  push: { fetchesNewKeys: false },
});
