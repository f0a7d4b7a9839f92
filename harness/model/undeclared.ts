import type { CheckResult, Finding } from "./result.js";

const expected = "declared: the profile makes it mandatory";
const actual = "not declared";
const subject = "capability ";

/** What is found at a check whose capability the profile makes mandatory and the provider does not declare. */
export function undeclared(capability: string): Finding {
  return { what: `${subject}${capability}`, expected, actual, at: "" };
}

/** The capabilities for want of which nothing was judged; none when the provider was put to the test. */
export function undeclaredIn({ findings }: Pick<CheckResult, "findings">): readonly string[] {
  return findings
    .filter((finding) => finding.expected === expected && finding.actual === actual)
    .map(({ what }) => what.slice(subject.length));
}
