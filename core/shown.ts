const hidden = "<redacted>";

/** Names of variables, options and query parameters whose value is a secret. */
const secretName = String.raw`[\w.-]*(?:secret|token|passw(?:or)?d|passphrase|pass|pwd|credentials?|key|auth|sig|signature)[\w.-]*`;

/** A value as a shell reads it: pieces in quotes, with blanks in them, and pieces without. */
const shellValue = String.raw`(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\&;|])+`;

/** `API_KEY=…`, `--password=…`, `token: …`. */
const assignment = new RegExp(String.raw`(\b${secretName}["']?\s?[=:]\s?)${shellValue}`, "gi");
/** `--api-key …`, `-p-token …`. */
const option = new RegExp(String.raw`((?:^|\s)--?${secretName}\s+)(?!-)${shellValue}`, "gi");
/** `-u me:pw`, as curl takes it. */
const userOption = new RegExp(
  String.raw`((?:^|\s)(?:-u|--user)(?:\s+|=))(?=${shellValue}:|["'][^"']*:)${shellValue}`,
  "gi",
);
const userInfo = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi;
/** `me:pw@host`, where the scheme was forgotten. */
const bareUserInfo = /(^|[\s"'=])[^\s/@"']+:[^\s/@"']*@/g;
const query = /([?&][^\s=&#"']+=)[^\s&#"']+/g;

/**
 * A command or a URL of the provider, for messages and reports: without what may be a secret. Reports go to other people, and
 * the value of a variable means nothing to them. Everything that shows either calls this.
 */
export function shownCommand(command: string): string {
  return shownUrl(command)
    .replace(assignment, `$1${hidden}`)
    .replace(option, `$1${hidden}`)
    .replace(userOption, `$1${hidden}`);
}

/** Without user, password and the values of its query, whatever their names. */
export function shownUrl(url: string): string {
  return url.replace(userInfo, `$1${hidden}@`).replace(bareUserInfo, `$1${hidden}@`).replace(query, `$1${hidden}`);
}
