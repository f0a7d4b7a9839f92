import { lawfulFiles } from "../behaviour/files.js";
import { mutant } from "../behaviour/variation.js";
import { ProviderError } from "../errors.js";

export default mutant("refuses-empty-files", "Does not send empty files", {
  files: {
    seal(file, mediaKey) {
      if (file.data.length > 0) return lawfulFiles.seal(file, mediaKey);
      throw new ProviderError("message-refused", "Send a file: found an empty one, wanted some bytes");
    },
  },
});
