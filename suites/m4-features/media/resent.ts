import { check } from "../../kit/index.js";
import { requestedFiles, sampleFile, sendFile } from "../../kit/files.js";
import { appliedFaults } from "../../kit/refusals.js";
import { exchangeText } from "../../kit/texts.js";

export default check("m4-features/media/resent", {
  requirement: "M4-76",
  needs: ["image", "text-receive"],
  async drive(context) {
    const { alice, bob } = await exchangeText(context);
    context.meta.arm({ fault: "retry-requested" });
    // Who asks for a message again fetches its file when it has come again.
    await sendFile(context, alice, bob.jid, sampleFile("image"));
  },
  reached: appliedFaults,
  judge({ expect, reached: [fault], trace }) {
    const [again] = trace.after(fault).of("opened", ({ messageId }) => messageId === fault.messageId);
    const came = again?.content?.type ?? again?.error ?? "nothing";
    if (!expect("what came again under the id of the file", came, again ?? fault).is("media")) return;
    // The same upload or a new one: what counts is that it can be fetched.
    const [fetched] = trace.of("media", ({ messageId }) => messageId === fault.messageId);
    const wanted = requestedFiles(trace).get(fault.messageId ?? "")?.data.sha256;
    expect("file of the repetition", fetched?.plain?.sha256, fetched ?? again).is(wanted);
  },
  hint: "A retry receipt for a file is answered like one for a text: the same message, encrypted anew, under the same id. The file need not be uploaded again.",
  mutants: { "forgets-files": "what came again under the id of the file" },
});
