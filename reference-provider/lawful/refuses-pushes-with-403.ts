import { lawful } from "../behaviour/variation.js";

export default lawful("refuses-pushes-with-403", "Answers 403 to a push that does not come from Meta", {
  push: { refusalStatus: 403 },
});
