import { encodeEnlistment } from "../../../protocol/enlistment/encode.js";
import type { EnlistmentFields } from "../../../protocol/enlistment/fields.js";
import { type EnlistmentRequest, formRequest } from "../../behaviour/enlistment.js";

/** The lawful request after `edit` has had its way with it. */
export function editedForm(fields: EnlistmentFields, edit: (form: URLSearchParams) => void): EnlistmentRequest {
  const form = new URLSearchParams(encodeEnlistment(fields));
  edit(form);
  return formRequest(form.toString());
}
