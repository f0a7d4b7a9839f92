import type { ReportInput } from "../report-input.js";
import { redactValue } from "./redact.js";

/**
 * The input that renderers get. Redacting before rendering means that no renderer can forget it, and that no escaping
 * of theirs hides a secret from the search. The catalogue is ours and holds none.
 */
export function redactInput(input: ReportInput): ReportInput {
  return {
    ...input,
    result: redactValue(input.result),
    entries: redactValue(input.entries),
    profile: redactValue(input.profile),
  };
}
