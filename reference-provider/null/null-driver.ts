import type { Driver } from "../driver/driver.js";
import { alwaysError } from "./always-error.js";
import { alwaysOk } from "./always-ok.js";
import { closing } from "./closing.js";
import { echo } from "./echo.js";
import { silent } from "./silent.js";

/** Providers that do nothing at all. None of them may pass a single check. */
export const nullDrivers = { silent, closing, "always-ok": alwaysOk, "always-error": alwaysError, echo } as const;

export type NullKind = keyof typeof nullDrivers;

export const nullKinds = Object.keys(nullDrivers) as readonly NullKind[];

export function isNullKind(name: string): name is NullKind {
  return Object.hasOwn(nullDrivers, name);
}

export function nullDriver(kind: NullKind): Driver {
  return nullDrivers[kind];
}
