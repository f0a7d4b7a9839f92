import { CodedError } from "../../core/coded-error.js";
import type { Cause } from "../model/trace.js";

/** Why a driver is not usable any more. Each ends the run with exit code 4. */
export const driverErrorCodes = [
  "driver-not-found",
  "driver-exited",
  "driver-unreachable",
  "driver-silent",
  "driver-garbage",
  "driver-schema",
  "driver-line-too-long",
  "driver-refused",
  "driver-host-refused",
] as const;

export type DriverErrorCode = (typeof driverErrorCodes)[number];

export class DriverError extends CodedError<DriverErrorCode> {
  get asCause(): Cause {
    return { code: this.code, message: this.message };
  }
}
