import { admin, client } from "./admin.js";
import { adv } from "./adv.js";
import { cli } from "./cli.js";
import { content } from "./content.js";
import { enlistment } from "./enlistment.js";
import type { Example } from "./example.js";
import { harness } from "./harness.js";
import { media } from "./media.js";
import { accounts, calls } from "./mock-http.js";
import { mockServer } from "./mock-server.js";
import { noise } from "./noise.js";
import { profiles } from "./profiles.js";
import { proto } from "./proto.js";
import { push } from "./push.js";
import { provider } from "./reference-provider.js";
import { reports } from "./reports.js";
import { signal } from "./signal.js";
import { stanza } from "./stanza.js";
import { token } from "./token.js";
import { envelope, users } from "./users.js";

/** By page of docs/errors, then by code. */
export const examples: Readonly<Record<string, Readonly<Record<string, Example>>>> = {
  admin: { ...admin, ...client },
  adv,
  cli,
  content,
  enlistment,
  harness,
  media,
  "mock-http": { ...calls, ...accounts, ...users, ...envelope },
  "mock-server": mockServer,
  noise,
  profiles,
  proto,
  push,
  "reference-provider": provider,
  reports,
  signal,
  stanza,
  token,
};
