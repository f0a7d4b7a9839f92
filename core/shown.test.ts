import { expect, test } from "@jest/globals";
import { shownCommand, shownUrl } from "./shown.js";

test.each([
  "API_KEY=SEKRIT node driver.js",
  'DRIVER_SECRET_FILE="a SEKRIT with blanks" ./run',
  "DB_PASS='SEKRIT x' ./run",
  String.raw`MY_TOKEN=a\ SEKRIT ./run`,
  'X_PWD="quoted \\" SEKRIT" ./run',
  "curl-driver -u me:SEKRIT",
  "curl-driver --user 'me:SEKRIT x'",
  "./driver --api-key SEKRIT",
  "./driver --password=SEKRIT",
  "./driver --url http://me:SEKRIT@127.0.0.1/x",
  "./driver --url me:SEKRIT@127.0.0.1/x",
  "./driver http://127.0.0.1/x?key=SEKRIT&sig=SEKRIT",
])("%s is shown without its secret, and otherwise whole", (command) => {
  const shown = shownCommand(command);
  expect(shown).not.toContain("SEKRIT");
  expect(shown).toContain("<redacted>");
});

test.each(["node driver.js --mutant x", "java -jar a.jar -u", "./keys/run --verbose", "python3 monkey.py"])(
  "%s is shown as it is",
  (command) => expect(shownCommand(command)).toBe(command),
);

test("a URL keeps its place and the names in its query", () => {
  expect(shownUrl("http://me:pw@host:1/a?key=1&b=2#c")).toBe(
    "http://<redacted>@host:1/a?key=<redacted>&b=<redacted>#c",
  );
  expect(shownUrl("me:pw@host/a")).toBe("<redacted>@host/a");
  expect(shownUrl("http://host/a")).toBe("http://host/a");
});
