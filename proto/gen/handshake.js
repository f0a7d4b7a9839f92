// Generated from proto/handshake.proto by scripts/generate-proto.js. Do not edit.
import $protobuf from "protobufjs/minimal.js";
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;
const $root = $protobuf.roots["handshake"] || ($protobuf.roots["handshake"] = {});
export const handshake = $root.handshake = (() => {
    const handshake = {};
    handshake.HandshakeMessage = (function() {
        const HandshakeMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        HandshakeMessage.prototype.clientHello = null;
        HandshakeMessage.prototype.serverHello = null;
        HandshakeMessage.prototype.clientFinish = null;
        let $oneOfFields;
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(HandshakeMessage.prototype, "_clientHello", {
            get: $util.oneOfGetter($oneOfFields = ["clientHello"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(HandshakeMessage.prototype, "_serverHello", {
            get: $util.oneOfGetter($oneOfFields = ["serverHello"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(HandshakeMessage.prototype, "_clientFinish", {
            get: $util.oneOfGetter($oneOfFields = ["clientFinish"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        HandshakeMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.clientHello != null && $Object.hasOwnProperty.call(message, "clientHello"))
                $root.handshake.HandshakeMessage.ClientHello.encode(message.clientHello, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.serverHello != null && $Object.hasOwnProperty.call(message, "serverHello"))
                $root.handshake.HandshakeMessage.ServerHello.encode(message.serverHello, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.clientFinish != null && $Object.hasOwnProperty.call(message, "clientFinish"))
                $root.handshake.HandshakeMessage.ClientFinish.encode(message.clientFinish, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        HandshakeMessage.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.handshake.HandshakeMessage();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.clientHello = $root.handshake.HandshakeMessage.ClientHello.decode(reader, reader.size(), $undefined, _depth + 1, message.clientHello);
                        message._clientHello = "clientHello";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.serverHello = $root.handshake.HandshakeMessage.ServerHello.decode(reader, reader.size(), $undefined, _depth + 1, message.serverHello);
                        message._serverHello = "serverHello";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.clientFinish = $root.handshake.HandshakeMessage.ClientFinish.decode(reader, reader.size(), $undefined, _depth + 1, message.clientFinish);
                        message._clientFinish = "clientFinish";
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
        HandshakeMessage.ClientHello = (function() {
            const ClientHello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };
            ClientHello.prototype.ephemeral = null;
            ClientHello.prototype["static"] = null;
            ClientHello.prototype.payload = null;
            ClientHello.prototype.useExtended = null;
            ClientHello.prototype.extendedCiphertext = null;
            ClientHello.prototype.paddedBytes = null;
            ClientHello.prototype.sendServerHelloPaddedBytes = null;
            ClientHello.prototype.simulateXxkemFs = null;
            ClientHello.prototype.pqMode = null;
            ClientHello.prototype.extendedEphemeral = null;
            let $oneOfFields;
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientHello.prototype, "_ephemeral", {
                get: $util.oneOfGetter($oneOfFields = ["ephemeral"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientHello.prototype, "_static", {
                get: $util.oneOfGetter($oneOfFields = ["static"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientHello.prototype, "_payload", {
                get: $util.oneOfGetter($oneOfFields = ["payload"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientHello.prototype, "_useExtended", {
                get: $util.oneOfGetter($oneOfFields = ["useExtended"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientHello.prototype, "_extendedCiphertext", {
                get: $util.oneOfGetter($oneOfFields = ["extendedCiphertext"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientHello.prototype, "_paddedBytes", {
                get: $util.oneOfGetter($oneOfFields = ["paddedBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientHello.prototype, "_sendServerHelloPaddedBytes", {
                get: $util.oneOfGetter($oneOfFields = ["sendServerHelloPaddedBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientHello.prototype, "_simulateXxkemFs", {
                get: $util.oneOfGetter($oneOfFields = ["simulateXxkemFs"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientHello.prototype, "_pqMode", {
                get: $util.oneOfGetter($oneOfFields = ["pqMode"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientHello.prototype, "_extendedEphemeral", {
                get: $util.oneOfGetter($oneOfFields = ["extendedEphemeral"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            ClientHello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ephemeral != null && $Object.hasOwnProperty.call(message, "ephemeral"))
                    writer.uint32(10).bytes(message.ephemeral);
                if (message["static"] != null && $Object.hasOwnProperty.call(message, "static"))
                    writer.uint32(18).bytes(message["static"]);
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload"))
                    writer.uint32(26).bytes(message.payload);
                if (message.useExtended != null && $Object.hasOwnProperty.call(message, "useExtended"))
                    writer.uint32(32).bool(message.useExtended);
                if (message.extendedCiphertext != null && $Object.hasOwnProperty.call(message, "extendedCiphertext"))
                    writer.uint32(42).bytes(message.extendedCiphertext);
                if (message.paddedBytes != null && $Object.hasOwnProperty.call(message, "paddedBytes"))
                    writer.uint32(50).bytes(message.paddedBytes);
                if (message.sendServerHelloPaddedBytes != null && $Object.hasOwnProperty.call(message, "sendServerHelloPaddedBytes"))
                    writer.uint32(56).bool(message.sendServerHelloPaddedBytes);
                if (message.simulateXxkemFs != null && $Object.hasOwnProperty.call(message, "simulateXxkemFs"))
                    writer.uint32(64).bool(message.simulateXxkemFs);
                if (message.pqMode != null && $Object.hasOwnProperty.call(message, "pqMode"))
                    writer.uint32(72).uint32(message.pqMode);
                if (message.extendedEphemeral != null && $Object.hasOwnProperty.call(message, "extendedEphemeral"))
                    writer.uint32(82).bytes(message.extendedEphemeral);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };
            ClientHello.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.handshake.HandshakeMessage.ClientHello();
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
                            message.ephemeral = reader.bytes();
                            message._ephemeral = "ephemeral";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message["static"] = reader.bytes();
                            message._static = "static";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.payload = reader.bytes();
                            message._payload = "payload";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.useExtended = reader.bool();
                            message._useExtended = "useExtended";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.extendedCiphertext = reader.bytes();
                            message._extendedCiphertext = "extendedCiphertext";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.paddedBytes = reader.bytes();
                            message._paddedBytes = "paddedBytes";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.sendServerHelloPaddedBytes = reader.bool();
                            message._sendServerHelloPaddedBytes = "sendServerHelloPaddedBytes";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.simulateXxkemFs = reader.bool();
                            message._simulateXxkemFs = "simulateXxkemFs";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.pqMode = reader.uint32();
                            message._pqMode = "pqMode";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.extendedEphemeral = reader.bytes();
                            message._extendedEphemeral = "extendedEphemeral";
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
            return ClientHello;
        })();
        HandshakeMessage.ServerHello = (function() {
            const ServerHello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };
            ServerHello.prototype.ephemeral = null;
            ServerHello.prototype["static"] = null;
            ServerHello.prototype.payload = null;
            ServerHello.prototype.extendedStatic = null;
            ServerHello.prototype.paddingBytes = null;
            ServerHello.prototype.extendedCiphertext = null;
            let $oneOfFields;
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServerHello.prototype, "_ephemeral", {
                get: $util.oneOfGetter($oneOfFields = ["ephemeral"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServerHello.prototype, "_static", {
                get: $util.oneOfGetter($oneOfFields = ["static"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServerHello.prototype, "_payload", {
                get: $util.oneOfGetter($oneOfFields = ["payload"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServerHello.prototype, "_extendedStatic", {
                get: $util.oneOfGetter($oneOfFields = ["extendedStatic"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServerHello.prototype, "_paddingBytes", {
                get: $util.oneOfGetter($oneOfFields = ["paddingBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServerHello.prototype, "_extendedCiphertext", {
                get: $util.oneOfGetter($oneOfFields = ["extendedCiphertext"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            ServerHello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ephemeral != null && $Object.hasOwnProperty.call(message, "ephemeral"))
                    writer.uint32(10).bytes(message.ephemeral);
                if (message["static"] != null && $Object.hasOwnProperty.call(message, "static"))
                    writer.uint32(18).bytes(message["static"]);
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload"))
                    writer.uint32(26).bytes(message.payload);
                if (message.extendedStatic != null && $Object.hasOwnProperty.call(message, "extendedStatic"))
                    writer.uint32(34).bytes(message.extendedStatic);
                if (message.paddingBytes != null && $Object.hasOwnProperty.call(message, "paddingBytes"))
                    writer.uint32(42).bytes(message.paddingBytes);
                if (message.extendedCiphertext != null && $Object.hasOwnProperty.call(message, "extendedCiphertext"))
                    writer.uint32(50).bytes(message.extendedCiphertext);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };
            ServerHello.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.handshake.HandshakeMessage.ServerHello();
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
                            message.ephemeral = reader.bytes();
                            message._ephemeral = "ephemeral";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message["static"] = reader.bytes();
                            message._static = "static";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.payload = reader.bytes();
                            message._payload = "payload";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.extendedStatic = reader.bytes();
                            message._extendedStatic = "extendedStatic";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.paddingBytes = reader.bytes();
                            message._paddingBytes = "paddingBytes";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.extendedCiphertext = reader.bytes();
                            message._extendedCiphertext = "extendedCiphertext";
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
            return ServerHello;
        })();
        HandshakeMessage.ClientFinish = (function() {
            const ClientFinish = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };
            ClientFinish.prototype["static"] = null;
            ClientFinish.prototype.payload = null;
            ClientFinish.prototype.extendedCiphertext = null;
            ClientFinish.prototype.paddedBytes = null;
            ClientFinish.prototype.simulateXxkemFs = null;
            let $oneOfFields;
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientFinish.prototype, "_static", {
                get: $util.oneOfGetter($oneOfFields = ["static"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientFinish.prototype, "_payload", {
                get: $util.oneOfGetter($oneOfFields = ["payload"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientFinish.prototype, "_extendedCiphertext", {
                get: $util.oneOfGetter($oneOfFields = ["extendedCiphertext"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientFinish.prototype, "_paddedBytes", {
                get: $util.oneOfGetter($oneOfFields = ["paddedBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClientFinish.prototype, "_simulateXxkemFs", {
                get: $util.oneOfGetter($oneOfFields = ["simulateXxkemFs"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            ClientFinish.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message["static"] != null && $Object.hasOwnProperty.call(message, "static"))
                    writer.uint32(10).bytes(message["static"]);
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload"))
                    writer.uint32(18).bytes(message.payload);
                if (message.extendedCiphertext != null && $Object.hasOwnProperty.call(message, "extendedCiphertext"))
                    writer.uint32(26).bytes(message.extendedCiphertext);
                if (message.paddedBytes != null && $Object.hasOwnProperty.call(message, "paddedBytes"))
                    writer.uint32(34).bytes(message.paddedBytes);
                if (message.simulateXxkemFs != null && $Object.hasOwnProperty.call(message, "simulateXxkemFs"))
                    writer.uint32(40).bool(message.simulateXxkemFs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };
            ClientFinish.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.handshake.HandshakeMessage.ClientFinish();
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
                            message["static"] = reader.bytes();
                            message._static = "static";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.payload = reader.bytes();
                            message._payload = "payload";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.extendedCiphertext = reader.bytes();
                            message._extendedCiphertext = "extendedCiphertext";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.paddedBytes = reader.bytes();
                            message._paddedBytes = "paddedBytes";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.simulateXxkemFs = reader.bool();
                            message._simulateXxkemFs = "simulateXxkemFs";
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
            return ClientFinish;
        })();
        return HandshakeMessage;
    })();
    return handshake;
})();
export {
  $root as default
};
