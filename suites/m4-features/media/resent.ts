import { showText } from "../../kit/conversation.js";
import { appliedFaults } from "../../kit/faults.js";
import { sampleFile, sendableType, sendFile, someFileType } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { textIn } from "../../kit/json.js";
import { isOpening } from "../../kit/texts.js";
import { fetchAnswers } from "../../scenarios/media-host.js";

export default check("m4-features/media/resent", {
  requirement: "M4-76",
  needs: [someFileType, "text-receive"],
  async drive(context) {
    const { meta, provider, wait } = context;
    const { alice, bob } = await showText(context);
    meta.arm({ fault: "retry-requested" });
    const id = await sendFile(context, alice, bob.jid, sampleFile(sendableType(provider)));
    const asked = await wait("fault", (entry) => entry.event === "applied");
    const again = asked && (await wait("opened", isOpening(id), { after: asked }));
    const path = textIn(again?.content, "directPath");
    if (path !== undefined) await bob.download(path);
  },
  // A file that was in order when it came first; what is wrong with others is judged where they are sent.
  reached: (trace) =>
    trace.of("media").some(({ status, problems }) => status === 200 && problems.length === 0)
      ? appliedFaults(trace)
      : [],
  judge({ expect, reached: [fault], trace }) {
    const [again] = trace.after(fault).of("opened", ({ messageId }) => messageId === fault.messageId);
    const came = again?.content?.type ?? again?.error ?? "nothing";
    if (!expect("what came again under the id of the file", came, again ?? fault).is("media")) return;
    const [first] = trace.of("opened", ({ messageId }) => messageId === fault.messageId);
    expect("file of the repetition", textIn(again?.content, "fileSha256"), again).is(
      textIn(first?.content, "fileSha256"),
    );
    // The same upload or a new one: what counts is that it is there.
    const last = fetchAnswers(trace).at(-1);
    expect("answer for the file of the repetition", last?.status, last ?? again).is(200);
  },
  hint: "A retry receipt for a file is answered like one for a text: the same message, encrypted anew, under the same id. The file need not be uploaded again.",
  mutants: {
    "forgets-files": "what came again under the id of the file",
    "ignores-retry-request": "what came again under the id of the file",
    "key-get-extra-attribute": "what came again under the id of the file",
    "resends-as-fan-out": "what came again under the id of the file",
    "new-id-on-retry": "what came again under the id of the file",
    "file-host-serves-once": "answer for the file of the repetition",
  },
  lawful: ["sends-documents-only"],
});
