import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-low-key-notice", "Does not upload keys when the server says that few are left", {
  keys: { refills: () => false },
});
