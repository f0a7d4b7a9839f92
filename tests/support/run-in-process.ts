export { type InProcessRun, referenceProvider, runAgainst } from "../../cli/in-process.js";
