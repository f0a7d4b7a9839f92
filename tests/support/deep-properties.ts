import fc from "fast-check";
import { usualRuns } from "./depth.js";

fc.configureGlobal({ numRuns: usualRuns });
