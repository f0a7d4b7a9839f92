/**
 * Meta's own order of work: six milestones, each ending in something testable (Meta, WhatsApp Reference Offer
 * technical framework 1.0.3, section 1; interop fact 114).
 */
export const milestones = [
  { id: "M1", title: "Keys, enlistment and authentication" },
  { id: "M2", title: "Encrypted channel, ping and user keys" },
  { id: "M3", title: "Encryption and text messages, both ways" },
  { id: "M4", title: "Media, receipts, replies, reactions, typing and blocking" },
  { id: "M5", title: "User deletion" },
  { id: "M6", title: "Reachability" },
] as const;

/** Requirements outside the milestones, by the beginning of their ids. */
export const furtherGroups = [
  { id: "G", title: "Groups" },
  { id: "PX", title: "Proxies between clients and Meta" },
] as const;

/** `M3` for `M3-07` and `M3.2-07`; the text before the last hyphen for ids of another form. */
export function milestoneOf(requirement: string): string {
  return /^M\d+/.exec(requirement)?.[0] ?? requirement.replace(/-[^-]*$/, "");
}

/** `m2-channel` for the check `m2-channel/ping`. */
export function folderOf(check: string): string {
  return check.split("/", 1)[0] ?? check;
}
