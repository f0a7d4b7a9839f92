import type { MediaContent } from "../../protocol/content/content.js";
import type { UserContext } from "../account/context.js";
import type { UserFile } from "../behaviour/files.js";

/** Encrypts files and puts them on the provider's media host, from where Meta fetches them (interop fact 84). */
export class FilePublisher {
  readonly #context: UserContext;
  #previousKey: Uint8Array | undefined;

  constructor(context: UserContext) {
    this.#context = context;
  }

  /** What the message says of the file. */
  publish(file: UserFile): MediaContent {
    const { behaviour, clock, random, settings, store, user } = this.#context;
    const { files } = behaviour;
    const mediaKey = files.mediaKey(random, this.#previousKey);
    this.#previousKey = mediaKey;
    const { blob, ...digests } = files.seal(file, mediaKey);
    const ref = files.ref(random, { count: store.files.size, user, file });
    store.put(ref, blob);
    const { kind, mimetype, caption, fileName } = file;
    const content: MediaContent = {
      type: "media",
      kind,
      mimetype,
      ...(caption !== undefined && { caption }),
      ...(fileName !== undefined && { fileName }),
      ...digests,
      mediaKey,
      mediaKeyTimestamp: Math.floor(clock.now() / 1000),
      directPath: files.path(settings.integrator.slug, ref),
    };
    return files.content(content, { file, blob });
  }
}
