/**
 * What an entry of the trace can be about. The reader of stored traces and the schema of the admin API both need the list at run
 * time, and no other layer is below both; what each kind holds is in harness/model/trace.
 */
export const entryKinds = [
  "scenario",
  "http",
  "connection",
  "handshake",
  "enlistment",
  "login",
  "stanza",
  "bad-frame",
  "opened",
  "media",
  "sealed",
  "driver",
  "event",
  "fault",
  "clock",
  "picture",
] as const;
