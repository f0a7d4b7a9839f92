/** How Allure sorts what did not pass; the first that fits counts. */
export const categories = [
  {
    name: "Could not be tested: driver or environment",
    matchedStatuses: ["broken"],
    messageRegex: String.raw`.*\[(driver-[a-z-]+|environment)\].*`,
  },
  { name: "Stopped by an earlier failure", matchedStatuses: ["broken"] },
  { name: "Rules that are not met", matchedStatuses: ["failed"] },
  {
    name: "Not declared by the provider",
    matchedStatuses: ["skipped"],
    messageRegex: String.raw`.*\[not-declared\].*`,
  },
  {
    name: "About sessions or stanzas of another kind than those of the profile",
    matchedStatuses: ["skipped"],
    messageRegex: String.raw`.*\[(?:other-engine|other-wire)\].*`,
  },
] as const;
