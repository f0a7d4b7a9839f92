// Turns every proto/*.proto into proto/gen/<name>.js and proto/gen/<name>.d.ts, and all of them into proto/gen/fields.ts. The
// output is committed, so a build or an installation does not need protobufjs-cli. Run by hand after a change:
// node scripts/generate-proto.js [name ...]
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import protobuf from "protobufjs";

const pbjs = createRequire(import.meta.url)("protobufjs-cli/pbjs.js");
const run = promisify(pbjs.main);

const protoDirectory = new URL("../proto", import.meta.url).pathname;
const genDirectory = join(protoDirectory, "gen");
const header = (name) => `// Generated from proto/${name}.proto by scripts/generate-proto.js. Do not edit.\n`;

/** Read by hand in signal/, so nothing but their fields is generated. */
const onlyFields = ["signal-message"];

/**
 * Only encode and decode are wanted. 64-bit numbers are typed as `number`: proto/codec.ts hands the decoders a reader
 * that returns them so. Absent fields read as null rather than as a default, because absence is something to judge.
 */
const options = [
  ..."--target static-module --wrap esm --dependency protobufjs/minimal.js --force-number --null-defaults".split(" "),
  ..."--no-service --no-create --no-verify --no-convert --no-delimited --no-typeurl".split(" "),
];

/** The generator reads its own comments to write the types, so the code without comments takes a second pass. */
async function generate(name, scratch) {
  const source = join(protoDirectory, `${name}.proto`);
  const root = ["--root", name];
  await run([...options, ...root, "--dts", "--out", join(scratch, `${name}.js`), source]);
  const types = readFileSync(join(scratch, `${name}.d.ts`), "utf8");
  await run([...options, ...root, "--no-comments", "--out", join(scratch, `${name}.js`), source]);
  const code = readFileSync(join(scratch, `${name}.js`), "utf8");
  writeFileSync(join(genDirectory, `${name}.js`), header(name) + tidy(code));
  writeFileSync(join(genDirectory, `${name}.d.ts`), header(name) + tidy(withoutComments(types)));
}

function withoutComments(types) {
  return types.replace(/^[ ]*\/\*\*[\s\S]*?\*\/\n/gm, "").replace(/^import Long = .*\n/m, "");
}

function tidy(text) {
  return `${text
    .replace(/^\/\*eslint-disable.*\*\/\n/m, "")
    .replace(/\n{2,}/g, "\n")
    .trim()}\n`;
}

/** Names and types of the fields of every message, by number, for tools that show bytes. */
function fieldTables(files) {
  const tables = {};
  const visit = (scope) => {
    for (const nested of scope.nestedArray) {
      if (nested instanceof protobuf.Type) tables[nested.fullName.slice(1)] = fieldsOf(nested);
      if (nested.nestedArray !== undefined) visit(nested);
    }
  };
  for (const file of files) {
    visit(new protobuf.Root().loadSync(join(protoDirectory, `${file}.proto`), { keepCase: true }).resolveAll());
  }
  return tables;
}

function fieldsOf(type) {
  return Object.fromEntries(
    type.fieldsArray.map(({ id, name, type: scalar, resolvedType, repeated }) => {
      const kind = resolvedType instanceof protobuf.Enum ? "int32" : (resolvedType?.fullName.slice(1) ?? scalar);
      return [id, { name, type: kind, ...(repeated && { repeated }) }];
    }),
  );
}

const fieldsHeader = `${header("*")}
/** \`type\` is a scalar type of protobuf or the name of a message in this table. Enumerations are int32. */
export interface FieldDescription {
  readonly name: string;
  readonly type: string;
  readonly repeated?: boolean;
}

export type FieldTable = Readonly<Record<string, FieldDescription>>;

export const fieldTables: Readonly<Record<string, FieldTable>> = `;

const wanted = process.argv.slice(2);
const allNames = readdirSync(protoDirectory)
  .filter((file) => file.endsWith(".proto"))
  .map((file) => basename(file, ".proto"));
const names = allNames.filter((name) => !onlyFields.includes(name) && (wanted.length === 0 || wanted.includes(name)));
const scratch = mkdtempSync(join(tmpdir(), "generate-proto-"));
try {
  mkdirSync(genDirectory, { recursive: true });
  for (const name of names) await generate(name, scratch);
  writeFileSync(join(genDirectory, "fields.ts"), `${fieldsHeader}${JSON.stringify(fieldTables(allNames), null, 2)};\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
