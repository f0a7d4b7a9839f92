import { CodedError } from "../core/coded-error.js";

export const protoErrorCodes = ["proto-malformed", "proto-too-large"] as const;

export type ProtoErrorCode = (typeof protoErrorCodes)[number];

/** Bytes that are not a protobuf message. Areas catch it and throw their own error with this one as its cause. */
export class ProtoError extends CodedError<ProtoErrorCode> {}
