/**
 * @typedef {object} Row
 * @property {string} figure What was measured, with its unit.
 * @property {number} ours
 * @property {number} peer
 * @property {boolean} [lowerIsBetter]
 * @property {string} [goal] For example ">= 1.5".
 */

/** A table for people. The ratio is ours to the peer's. */
export function tableOf(title, peerName, rows, notes = []) {
  const cells = [["figure", "ours", peerName, "ratio", "goal"], ...rows.map(cellsOf)];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === 4 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join("  ")
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => "-".repeat(width)).join("  "));
  return [title, "", ...lines, ...notes.map((note) => `  ${note}`), ""].join("\n");
}

function cellsOf({ figure, ours, peer, goal = "" }) {
  const known = Number.isFinite(peer);
  return [figure, rounded(ours), known ? rounded(peer) : "-", known ? (ours / peer).toFixed(2) : "-", goal];
}

function rounded(value) {
  if (value >= 1000) return Math.round(value).toLocaleString("en-US").replaceAll(",", " ");
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}
