/** Ids of the parts of the page that links point at. Check and scenario ids hold letters, digits, hyphens and slashes. */

export function checkAnchor(check: string): string {
  return `check-${plain(check)}`;
}

export function scenarioAnchor(scenario: string): string {
  return `scenario-${plain(scenario)}`;
}

export function frameAnchor(seq: number): string {
  return `frame-${seq}`;
}

/** The frames that a finding cites: "frame 12" gives 12. */
export function citedFrames(at: string): readonly number[] {
  return [...at.matchAll(/\bframe (\d+)/g)].map((match) => Number(match[1]));
}

function plain(id: string): string {
  return id.replace(/[^a-z0-9-]+/gi, "-");
}
