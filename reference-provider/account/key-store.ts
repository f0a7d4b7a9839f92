import { reasonOf } from "../../core/coded-error.js";
import type { SignalAccount } from "../../signal/account.js";
import { ProviderError } from "../errors.js";
import { digestRequest, type KeyUpload, rotateRequest } from "../stanzas/keys.js";
import type { UserContext } from "./context.js";

/** Keeps enough of the user's public keys at the server, so that contacts can write at any time. */
export class KeyStore {
  readonly #context: UserContext;
  #uploaded = false;
  #gaveUp = false;
  #uploading: Promise<void> | undefined;

  constructor(context: UserContext) {
    this.#context = context;
  }

  /** The first upload, which enlistment does not contain (interop fact 8); again when the server has other keys. */
  async uploadOnce(): Promise<void> {
    if (!this.#uploaded || !(await this.#serverAgrees())) await this.#upload(this.#context.behaviour.keys.initialBatch);
  }

  /** Also true when the server does not answer. */
  async #serverAgrees(): Promise<boolean> {
    const { account, behaviour, session } = this.#context;
    try {
      return behaviour.keys.agrees(await session.request(digestRequest), account);
    } catch (thrown) {
      if (!(thrown instanceof ProviderError)) throw thrown;
      return thrown.code !== "request-refused";
    }
  }

  /** The whole upload again, whether the server has it or not. */
  async uploadAgain(): Promise<void> {
    await this.#upload(this.#context.behaviour.keys.initialBatch);
  }

  /** The server has only `left` one-time keys. */
  refill(left: number): void {
    const { keys } = this.#context.behaviour;
    if (keys.refills(left)) void this.#upload(keys.refillBatch);
  }

  /** A new signed pre-key. The one before still opens messages that are on their way. @throws ProviderError */
  async rotate(): Promise<void> {
    const { account, session } = this.#context;
    const signedPreKey = account.rotateSignedPreKey();
    // While disconnected, the next upload carries it.
    if (session.online) await session.request((id) => rotateRequest(id, signedPreKey));
    else this.#uploaded = false;
  }

  /** One at a time, because several notices, or a notice during the first upload, ask for the same keys. */
  #upload(count: number): Promise<void> {
    if (this.#gaveUp) return Promise.resolve();
    if (this.#context.behaviour.keys.uploadsSideBySide) return this.#send(count);
    this.#uploading ??= this.#send(count).finally(() => {
      this.#uploading = undefined;
    });
    return this.#uploading;
  }

  async #send(count: number): Promise<void> {
    const { account, behaviour, session, events } = this.#context;
    const keys = freshKeys(account, behaviour.keys.firstId(account.nextPreKeyId), count);
    // A contact may use a key at once, so its private half must be stored first.
    this.#context.keep();
    try {
      await session.request((id) => behaviour.keys.upload(id, keys));
      this.#uploaded = true;
    } catch (thrown) {
      events.push({ kind: "error", code: "key-upload-failed", detail: reasonOf(thrown) });
      const isRefused = thrown instanceof ProviderError && thrown.code === "request-refused";
      if (!isRefused) behaviour.keys.afterSilence(account, keys);
      const { refusedUpload } = behaviour.keys;
      this.#gaveUp = refusedUpload === "never";
      if (refusedUpload === "at-once" && session.online) await this.#send(count);
    }
  }
}

function freshKeys(account: SignalAccount, firstId: number, count: number): KeyUpload {
  return { ...account.bundle(), preKeys: account.generatePreKeys(firstId, count) };
}
