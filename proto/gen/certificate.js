// Generated from proto/certificate.proto by scripts/generate-proto.js. Do not edit.
import $protobuf from "protobufjs/minimal.js";
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;
const $root = $protobuf.roots["certificate"] || ($protobuf.roots["certificate"] = {});
export const certificate = $root.certificate = (() => {
    const certificate = {};
    certificate.NoiseCertificate = (function() {
        const NoiseCertificate = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        NoiseCertificate.prototype.details = null;
        NoiseCertificate.prototype.signature = null;
        let $oneOfFields;
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(NoiseCertificate.prototype, "_details", {
            get: $util.oneOfGetter($oneOfFields = ["details"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(NoiseCertificate.prototype, "_signature", {
            get: $util.oneOfGetter($oneOfFields = ["signature"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        NoiseCertificate.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.details != null && $Object.hasOwnProperty.call(message, "details"))
                writer.uint32(10).bytes(message.details);
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                writer.uint32(18).bytes(message.signature);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        NoiseCertificate.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.certificate.NoiseCertificate();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.details = reader.bytes();
                        message._details = "details";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.signature = reader.bytes();
                        message._signature = "signature";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };
        NoiseCertificate.Details = (function() {
            const Details = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };
            Details.prototype.serial = null;
            Details.prototype.issuerSerial = null;
            Details.prototype.key = null;
            Details.prototype.notBefore = null;
            Details.prototype.notAfter = null;
            let $oneOfFields;
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Details.prototype, "_serial", {
                get: $util.oneOfGetter($oneOfFields = ["serial"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Details.prototype, "_issuerSerial", {
                get: $util.oneOfGetter($oneOfFields = ["issuerSerial"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Details.prototype, "_key", {
                get: $util.oneOfGetter($oneOfFields = ["key"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Details.prototype, "_notBefore", {
                get: $util.oneOfGetter($oneOfFields = ["notBefore"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Details.prototype, "_notAfter", {
                get: $util.oneOfGetter($oneOfFields = ["notAfter"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            Details.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial"))
                    writer.uint32(8).uint32(message.serial);
                if (message.issuerSerial != null && $Object.hasOwnProperty.call(message, "issuerSerial"))
                    writer.uint32(16).uint32(message.issuerSerial);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                    writer.uint32(26).bytes(message.key);
                if (message.notBefore != null && $Object.hasOwnProperty.call(message, "notBefore"))
                    writer.uint32(32).uint64(message.notBefore);
                if (message.notAfter != null && $Object.hasOwnProperty.call(message, "notAfter"))
                    writer.uint32(40).uint64(message.notAfter);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };
            Details.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.certificate.NoiseCertificate.Details();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.serial = reader.uint32();
                            message._serial = "serial";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.issuerSerial = reader.uint32();
                            message._issuerSerial = "issuerSerial";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            message._key = "key";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.notBefore = reader.uint64();
                            message._notBefore = "notBefore";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.notAfter = reader.uint64();
                            message._notAfter = "notAfter";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };
            return Details;
        })();
        return NoiseCertificate;
    })();
    certificate.CertChain = (function() {
        const CertChain = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        CertChain.prototype.leaf = null;
        CertChain.prototype.intermediate = null;
        let $oneOfFields;
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(CertChain.prototype, "_leaf", {
            get: $util.oneOfGetter($oneOfFields = ["leaf"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(CertChain.prototype, "_intermediate", {
            get: $util.oneOfGetter($oneOfFields = ["intermediate"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        CertChain.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.leaf != null && $Object.hasOwnProperty.call(message, "leaf"))
                $root.certificate.NoiseCertificate.encode(message.leaf, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.intermediate != null && $Object.hasOwnProperty.call(message, "intermediate"))
                $root.certificate.NoiseCertificate.encode(message.intermediate, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        CertChain.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.certificate.CertChain();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.leaf = $root.certificate.NoiseCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.leaf);
                        message._leaf = "leaf";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.intermediate = $root.certificate.NoiseCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.intermediate);
                        message._intermediate = "intermediate";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };
        return CertChain;
    })();
    return certificate;
})();
export {
  $root as default
};
