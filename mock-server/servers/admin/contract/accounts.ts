import { flag, integer, list, object, text } from "../../../schema/shape.js";
import { address, anyId, hexKey } from "./components.js";
import { contract } from "./contract.js";
import { registrationId, signedPreKey } from "./keys.js";

export const account = object({
  login: text({ description: "For example 900-10853634039893@interop" }),
  userId: text({ description: "The identifier that the provider's users see" }),
  connected: flag(),
  preKeysLeft: integer(),
  queued: integer({ description: "Stanzas that wait in the mailbox" }),
});

const params = object({ login: address });

export const listAccounts = contract({
  id: "listAccounts",
  tag: "accounts",
  method: "get",
  path: "/accounts",
  scope: "tenant",
  summary: "Lists the enlisted accounts",
  answer: { status: 200, description: "All of them", shape: object({ accounts: list(account) }) },
});

export const getAccount = contract({
  id: "getAccount",
  tag: "accounts",
  method: "get",
  path: "/accounts/{login}",
  scope: "tenant",
  summary: "Shows one account",
  params,
  answer: { status: 200, description: "As the servers know it now", shape: account },
  problems: ["not-found"],
});

export const enlistAccount = contract({
  id: "enlistAccount",
  tag: "accounts",
  method: "post",
  path: "/accounts",
  scope: "tenant",
  summary: "Enlists an account without the enlistment request",
  description:
    "For tests of the chat channel alone. A login that is there already gets these keys, as when enlisted again.",
  body: object({
    login: text({ pattern: "^[1-9][0-9]{0,2}-[1-9][0-9]{0,15}@interop$" }),
    userId: anyId,
    authKey: hexKey(32),
    identity: hexKey(32),
    registrationId,
    signedPreKey,
  }),
  answer: { status: 201, description: "Enlisted", shape: account },
});

export const removeAccount = contract({
  id: "removeAccount",
  tag: "accounts",
  method: "delete",
  path: "/accounts/{login}",
  scope: "tenant",
  summary: "Removes an account, as the servers do after long inactivity",
  description: "A live connection is told with a stream error first.",
  params,
  answer: { status: 204, description: "Removed" },
  problems: ["not-found"],
});
