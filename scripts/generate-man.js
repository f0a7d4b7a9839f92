// Writes dist/man/interop.1, the manual page of the built command line, from what its --help says.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const { readTree } = await built("cli/completion/tree.js");
const { commandEntries } = await built("cli/command.js");
const { manPage } = await built("cli/completion/man-page.js");
const { processIo } = await built("cli/io.js");
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const folder = fileURLToPath(new URL("../dist/man/", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}interop.1`, manPage(await readTree(commandEntries, processIo), version));
