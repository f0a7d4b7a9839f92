import { defineFault } from "./fault.js";
import { code } from "./parameters.js";

export const keyUploadRefused = defineFault({
  id: "key-upload-refused",
  sentence: "Answers an upload of keys with an error and keeps none of them",
  hook: "key-upload",
  params: { error: code("503") },
  effect: (_, { error }) => error,
});
