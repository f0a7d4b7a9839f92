export { type InProcessRun, referenceProvider, runAgainst } from "../../cli/mutants/in-process.js";
