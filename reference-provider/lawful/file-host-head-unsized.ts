import { lawful } from "../behaviour/variation.js";

export default lawful("file-host-head-unsized", "States no length in the answer to HEAD", {
  files: { statesLength: (method) => method !== "HEAD" },
});
