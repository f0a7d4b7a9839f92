import { pathOf, sampleFile, sendableType, sendFile, someFileType } from "../../kit/files.js";
import { check, type EntryOf, type Trace } from "../../kit/index.js";

export default check("m4-features/media/http-versions", {
  requirement: "M4-58",
  needs: [someFileType],
  async drive(context) {
    const { meta, provider } = context;
    const bob = await meta.user();
    const alice = await provider.connectedUser();
    const path = await pathOf(context, await sendFile(context, alice, bob.jid, sampleFile(sendableType(provider))));
    await meta.askForFile(path, "http/1.1");
    await meta.askForFile(path, "h2");
  },
  // Whether the host answers at all is judged by m4-features/media/reachable.
  reached: (trace) => (usualAnswer(trace)?.status === 200 ? answersOver(trace, "h2") : []),
  judge({ expect, reached, trace }) {
    for (const answer of reached) {
      expect("status over HTTP/2", answer.status ?? answer.body, answer).is(200);
      if (answer.status === 200) expect("file over HTTP/2", answer.body, answer).is(usualAnswer(trace)?.body ?? "");
    }
  },
  hint: "Let your media host, or the proxy before it, speak HTTP/1.1 and HTTP/2 at the same address; ALPN chooses between them.",
  mutants: { "speaks-http1-only": "status over HTTP/2" },
});

function usualAnswer(trace: Trace): EntryOf<"http"> | undefined {
  return answersOver(trace, "http/1.1")[0];
}

function answersOver(trace: Trace, wanted: EntryOf<"http">["protocol"]): readonly EntryOf<"http">[] {
  return trace.http.server("media").responses.where(({ protocol }) => protocol === wanted).list;
}
