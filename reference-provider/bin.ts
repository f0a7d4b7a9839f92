#!/usr/bin/env node
import { enableCompileCache } from "../runtime/compile-cache.js";

enableCompileCache();
// Only what is imported from here on profits.
const { main } = await import("./main.js");
process.exitCode = await main(process.argv.slice(2));
