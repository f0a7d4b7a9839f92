import { requestedFiles, sampleFile, sendableType, sendFile, someFileType } from "../../kit/files.js";
import { check } from "../../kit/index.js";

const bytes = 100 * 2 ** 20;

export default check("m4-features/media/large-file", {
  requirement: "M4-59",
  needs: [someFileType],
  slow: "it moves a file of 100 MiB",
  async drive(context) {
    const { meta, provider } = context;
    const type = sendableType(provider);
    const bob = await meta.user();
    const alice = await provider.connectedUser();
    await sendFile(context, alice, bob.jid, sampleFile(type, 1000));
    await sendFile(context, alice, bob.jid, sampleFile(type, bytes));
  },
  // The small one proves that files arrive at all.
  reached(trace) {
    const [small, large] = trace.of("media");
    return small?.status === 200 && small.problems.length === 0 ? large : undefined;
  },
  judge({ expect, reached: [large], trace }) {
    const file = requestedFiles(trace).get(large.messageId);
    expect("answer for a large file", large.status ?? large.broken, large).is(200);
    expect("large file", large.plain?.sha256, large).is(file?.data.sha256);
  },
  hint: "Stream large files from storage with their Content-Length, and let proxies before your media host do the same.",
  mutants: { "cuts-large-files": "large file" },
});
