import type { LoadReport } from "../../load/report.js";
import { element, type Xml } from "../../reports/junit/xml.js";

/**
 * A load as JUnit, in the form that the same hosts read as `junit.xml` of a run: one case per threshold. Where the load could not run no threshold counts, so each is an `<error>`
 * that says why.
 *
 * @param startedAt ISO 8601.
 */
export function loadJunit(
  { thresholds, causes, findings, plan, provider, seed }: LoadReport,
  startedAt: string,
): string {
  const failures = causes.length > 0 ? 0 : thresholds.filter(({ held }) => !held).length;
  const errors = causes.length > 0 ? thresholds.length : 0;
  const totals = {
    tests: String(thresholds.length),
    failures: String(failures),
    errors: String(errors),
    time: String(plan.seconds),
  };
  const property = (name: string, value: string): Xml => element("property", { name, value });
  const cases = thresholds.map(({ text, found, held }): Xml => {
    // A threshold takes no time of its own, and some hosts want one.
    const named = { time: "0", name: text, classname: "load" };
    if (causes.length > 0) {
      return element("testcase", named, [
        element("error", { message: causes[0] ?? "", type: "could-not-run" }, [causes.join("\n")]),
      ]);
    }
    if (held) return element("testcase", named);
    const message = `found ${found ?? "no measurement"}, wanted ${text}`;
    const lines = findings.map((finding) => `${finding.kind}: ${finding.message}`);
    return element("testcase", named, [element("failure", { message, type: "fail" }, [lines.join("\n")])]);
  });
  const properties = element("properties", {}, [
    property("seed", seed),
    property("provider", `${provider.name} ${provider.version}`),
  ]);
  const suite = element("testsuite", { name: "load", ...totals, skipped: "0", timestamp: startedAt }, [
    properties,
    ...cases,
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "interop", ...totals }, [suite]).text}\n`;
}
