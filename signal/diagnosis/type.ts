import type { Fit } from "../../core/coded-error.js";
import type { SignalMessage } from "../account.js";
import { SignalError } from "../errors.js";
import { inspectMessage } from "../inspect.js";

/** Whether a message that cannot be read has the form of the other type. */
export function diagnoseType({ type, bytes }: SignalMessage): Fit | undefined {
  const other = type === "pkmsg" ? "msg" : "pkmsg";
  try {
    inspectMessage(other, bytes);
  } catch (thrown) {
    if (thrown instanceof SignalError) return undefined;
    throw thrown;
  }
  const sentence = `Your message can be read if the type of its enc is ${other} (pkmsg for a pre-key message, msg for all others: what the library returns decides, not what was sent before)`;
  return { mistake: "enc-type-of-other", sentence };
}
