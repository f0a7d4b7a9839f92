// Generated from proto/client-payload.proto by scripts/generate-proto.js. Do not edit.
import $protobuf from "protobufjs/minimal.js";
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;
const $root = $protobuf.roots["client-payload"] || ($protobuf.roots["client-payload"] = {});
export const client_payload = $root.client_payload = (() => {
    const client_payload = {};
    client_payload.ClientPayload = (function() {
        const ClientPayload = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        ClientPayload.prototype.username = null;
        ClientPayload.prototype.passive = null;
        ClientPayload.prototype.userAgent = null;
        ClientPayload.prototype.pushName = null;
        ClientPayload.prototype.sessionId = null;
        ClientPayload.prototype.shortConnect = null;
        ClientPayload.prototype.connectType = null;
        ClientPayload.prototype.connectReason = null;
        ClientPayload.prototype.connectAttemptCount = null;
        ClientPayload.prototype.device = null;
        ClientPayload.prototype.devicePairingData = null;
        ClientPayload.prototype.product = null;
        ClientPayload.prototype.oc = null;
        ClientPayload.prototype.lc = null;
        ClientPayload.prototype.pull = null;
        ClientPayload.prototype.paddingBytes = null;
        ClientPayload.prototype.interopData = null;
        ClientPayload.prototype.lidDbMigrated = null;
        let $oneOfFields;
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_username", {
            get: $util.oneOfGetter($oneOfFields = ["username"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_passive", {
            get: $util.oneOfGetter($oneOfFields = ["passive"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_userAgent", {
            get: $util.oneOfGetter($oneOfFields = ["userAgent"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_pushName", {
            get: $util.oneOfGetter($oneOfFields = ["pushName"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_sessionId", {
            get: $util.oneOfGetter($oneOfFields = ["sessionId"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_shortConnect", {
            get: $util.oneOfGetter($oneOfFields = ["shortConnect"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_connectType", {
            get: $util.oneOfGetter($oneOfFields = ["connectType"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_connectReason", {
            get: $util.oneOfGetter($oneOfFields = ["connectReason"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_connectAttemptCount", {
            get: $util.oneOfGetter($oneOfFields = ["connectAttemptCount"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_device", {
            get: $util.oneOfGetter($oneOfFields = ["device"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_devicePairingData", {
            get: $util.oneOfGetter($oneOfFields = ["devicePairingData"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_product", {
            get: $util.oneOfGetter($oneOfFields = ["product"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_oc", {
            get: $util.oneOfGetter($oneOfFields = ["oc"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_lc", {
            get: $util.oneOfGetter($oneOfFields = ["lc"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_pull", {
            get: $util.oneOfGetter($oneOfFields = ["pull"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_paddingBytes", {
            get: $util.oneOfGetter($oneOfFields = ["paddingBytes"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_interopData", {
            get: $util.oneOfGetter($oneOfFields = ["interopData"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(ClientPayload.prototype, "_lidDbMigrated", {
            get: $util.oneOfGetter($oneOfFields = ["lidDbMigrated"]),
            set: $util.oneOfSetter($oneOfFields)
        });
        ClientPayload.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.username != null && $Object.hasOwnProperty.call(message, "username"))
                writer.uint32(8).uint64(message.username);
            if (message.passive != null && $Object.hasOwnProperty.call(message, "passive"))
                writer.uint32(24).bool(message.passive);
            if (message.userAgent != null && $Object.hasOwnProperty.call(message, "userAgent"))
                $root.client_payload.ClientPayload.UserAgent.encode(message.userAgent, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.pushName != null && $Object.hasOwnProperty.call(message, "pushName"))
                writer.uint32(58).string(message.pushName);
            if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId"))
                writer.uint32(77).sfixed32(message.sessionId);
            if (message.shortConnect != null && $Object.hasOwnProperty.call(message, "shortConnect"))
                writer.uint32(80).bool(message.shortConnect);
            if (message.connectType != null && $Object.hasOwnProperty.call(message, "connectType"))
                writer.uint32(96).uint32(message.connectType);
            if (message.connectReason != null && $Object.hasOwnProperty.call(message, "connectReason"))
                writer.uint32(104).uint32(message.connectReason);
            if (message.connectAttemptCount != null && $Object.hasOwnProperty.call(message, "connectAttemptCount"))
                writer.uint32(128).uint32(message.connectAttemptCount);
            if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                writer.uint32(144).uint32(message.device);
            if (message.devicePairingData != null && $Object.hasOwnProperty.call(message, "devicePairingData"))
                $root.client_payload.ClientPayload.DevicePairingData.encode(message.devicePairingData, writer.uint32(154).fork(), _depth + 1).ldelim();
            if (message.product != null && $Object.hasOwnProperty.call(message, "product"))
                writer.uint32(160).uint32(message.product);
            if (message.oc != null && $Object.hasOwnProperty.call(message, "oc"))
                writer.uint32(184).bool(message.oc);
            if (message.lc != null && $Object.hasOwnProperty.call(message, "lc"))
                writer.uint32(192).int32(message.lc);
            if (message.pull != null && $Object.hasOwnProperty.call(message, "pull"))
                writer.uint32(264).bool(message.pull);
            if (message.paddingBytes != null && $Object.hasOwnProperty.call(message, "paddingBytes"))
                writer.uint32(274).bytes(message.paddingBytes);
            if (message.interopData != null && $Object.hasOwnProperty.call(message, "interopData"))
                $root.client_payload.ClientPayload.InteropData.encode(message.interopData, writer.uint32(306).fork(), _depth + 1).ldelim();
            if (message.lidDbMigrated != null && $Object.hasOwnProperty.call(message, "lidDbMigrated"))
                writer.uint32(328).bool(message.lidDbMigrated);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        ClientPayload.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.client_payload.ClientPayload();
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
                        message.username = reader.uint64();
                        message._username = "username";
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        message.passive = reader.bool();
                        message._passive = "passive";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.userAgent = $root.client_payload.ClientPayload.UserAgent.decode(reader, reader.size(), $undefined, _depth + 1, message.userAgent);
                        message._userAgent = "userAgent";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.pushName = reader.stringVerify();
                        message._pushName = "pushName";
                        continue;
                    }
                case 9: {
                        if (wireType !== 5)
                            break;
                        message.sessionId = reader.sfixed32();
                        message._sessionId = "sessionId";
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        message.shortConnect = reader.bool();
                        message._shortConnect = "shortConnect";
                        continue;
                    }
                case 12: {
                        if (wireType !== 0)
                            break;
                        message.connectType = reader.uint32();
                        message._connectType = "connectType";
                        continue;
                    }
                case 13: {
                        if (wireType !== 0)
                            break;
                        message.connectReason = reader.uint32();
                        message._connectReason = "connectReason";
                        continue;
                    }
                case 16: {
                        if (wireType !== 0)
                            break;
                        message.connectAttemptCount = reader.uint32();
                        message._connectAttemptCount = "connectAttemptCount";
                        continue;
                    }
                case 18: {
                        if (wireType !== 0)
                            break;
                        message.device = reader.uint32();
                        message._device = "device";
                        continue;
                    }
                case 19: {
                        if (wireType !== 2)
                            break;
                        message.devicePairingData = $root.client_payload.ClientPayload.DevicePairingData.decode(reader, reader.size(), $undefined, _depth + 1, message.devicePairingData);
                        message._devicePairingData = "devicePairingData";
                        continue;
                    }
                case 20: {
                        if (wireType !== 0)
                            break;
                        message.product = reader.uint32();
                        message._product = "product";
                        continue;
                    }
                case 23: {
                        if (wireType !== 0)
                            break;
                        message.oc = reader.bool();
                        message._oc = "oc";
                        continue;
                    }
                case 24: {
                        if (wireType !== 0)
                            break;
                        message.lc = reader.int32();
                        message._lc = "lc";
                        continue;
                    }
                case 33: {
                        if (wireType !== 0)
                            break;
                        message.pull = reader.bool();
                        message._pull = "pull";
                        continue;
                    }
                case 34: {
                        if (wireType !== 2)
                            break;
                        message.paddingBytes = reader.bytes();
                        message._paddingBytes = "paddingBytes";
                        continue;
                    }
                case 38: {
                        if (wireType !== 2)
                            break;
                        message.interopData = $root.client_payload.ClientPayload.InteropData.decode(reader, reader.size(), $undefined, _depth + 1, message.interopData);
                        message._interopData = "interopData";
                        continue;
                    }
                case 41: {
                        if (wireType !== 0)
                            break;
                        message.lidDbMigrated = reader.bool();
                        message._lidDbMigrated = "lidDbMigrated";
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
        ClientPayload.UserAgent = (function() {
            const UserAgent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };
            UserAgent.prototype.platform = null;
            UserAgent.prototype.appVersion = null;
            UserAgent.prototype.mcc = null;
            UserAgent.prototype.mnc = null;
            UserAgent.prototype.osVersion = null;
            UserAgent.prototype.manufacturer = null;
            UserAgent.prototype.device = null;
            UserAgent.prototype.osBuildNumber = null;
            UserAgent.prototype.phoneId = null;
            UserAgent.prototype.releaseChannel = null;
            UserAgent.prototype.localeLanguage = null;
            UserAgent.prototype.localeCountry = null;
            UserAgent.prototype.deviceBoard = null;
            UserAgent.prototype.deviceExpId = null;
            UserAgent.prototype.deviceType = null;
            UserAgent.prototype.deviceModelType = null;
            let $oneOfFields;
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_platform", {
                get: $util.oneOfGetter($oneOfFields = ["platform"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_appVersion", {
                get: $util.oneOfGetter($oneOfFields = ["appVersion"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_mcc", {
                get: $util.oneOfGetter($oneOfFields = ["mcc"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_mnc", {
                get: $util.oneOfGetter($oneOfFields = ["mnc"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_osVersion", {
                get: $util.oneOfGetter($oneOfFields = ["osVersion"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_manufacturer", {
                get: $util.oneOfGetter($oneOfFields = ["manufacturer"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_device", {
                get: $util.oneOfGetter($oneOfFields = ["device"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_osBuildNumber", {
                get: $util.oneOfGetter($oneOfFields = ["osBuildNumber"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_phoneId", {
                get: $util.oneOfGetter($oneOfFields = ["phoneId"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_releaseChannel", {
                get: $util.oneOfGetter($oneOfFields = ["releaseChannel"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_localeLanguage", {
                get: $util.oneOfGetter($oneOfFields = ["localeLanguage"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_localeCountry", {
                get: $util.oneOfGetter($oneOfFields = ["localeCountry"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_deviceBoard", {
                get: $util.oneOfGetter($oneOfFields = ["deviceBoard"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_deviceExpId", {
                get: $util.oneOfGetter($oneOfFields = ["deviceExpId"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_deviceType", {
                get: $util.oneOfGetter($oneOfFields = ["deviceType"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(UserAgent.prototype, "_deviceModelType", {
                get: $util.oneOfGetter($oneOfFields = ["deviceModelType"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            UserAgent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.platform != null && $Object.hasOwnProperty.call(message, "platform"))
                    writer.uint32(8).uint32(message.platform);
                if (message.appVersion != null && $Object.hasOwnProperty.call(message, "appVersion"))
                    $root.client_payload.ClientPayload.UserAgent.AppVersion.encode(message.appVersion, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.mcc != null && $Object.hasOwnProperty.call(message, "mcc"))
                    writer.uint32(26).string(message.mcc);
                if (message.mnc != null && $Object.hasOwnProperty.call(message, "mnc"))
                    writer.uint32(34).string(message.mnc);
                if (message.osVersion != null && $Object.hasOwnProperty.call(message, "osVersion"))
                    writer.uint32(42).string(message.osVersion);
                if (message.manufacturer != null && $Object.hasOwnProperty.call(message, "manufacturer"))
                    writer.uint32(50).string(message.manufacturer);
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    writer.uint32(58).string(message.device);
                if (message.osBuildNumber != null && $Object.hasOwnProperty.call(message, "osBuildNumber"))
                    writer.uint32(66).string(message.osBuildNumber);
                if (message.phoneId != null && $Object.hasOwnProperty.call(message, "phoneId"))
                    writer.uint32(74).string(message.phoneId);
                if (message.releaseChannel != null && $Object.hasOwnProperty.call(message, "releaseChannel"))
                    writer.uint32(80).uint32(message.releaseChannel);
                if (message.localeLanguage != null && $Object.hasOwnProperty.call(message, "localeLanguage"))
                    writer.uint32(90).string(message.localeLanguage);
                if (message.localeCountry != null && $Object.hasOwnProperty.call(message, "localeCountry"))
                    writer.uint32(98).string(message.localeCountry);
                if (message.deviceBoard != null && $Object.hasOwnProperty.call(message, "deviceBoard"))
                    writer.uint32(106).string(message.deviceBoard);
                if (message.deviceExpId != null && $Object.hasOwnProperty.call(message, "deviceExpId"))
                    writer.uint32(114).string(message.deviceExpId);
                if (message.deviceType != null && $Object.hasOwnProperty.call(message, "deviceType"))
                    writer.uint32(120).uint32(message.deviceType);
                if (message.deviceModelType != null && $Object.hasOwnProperty.call(message, "deviceModelType"))
                    writer.uint32(130).string(message.deviceModelType);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };
            UserAgent.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.client_payload.ClientPayload.UserAgent();
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
                            message.platform = reader.uint32();
                            message._platform = "platform";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.appVersion = $root.client_payload.ClientPayload.UserAgent.AppVersion.decode(reader, reader.size(), $undefined, _depth + 1, message.appVersion);
                            message._appVersion = "appVersion";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.mcc = reader.stringVerify();
                            message._mcc = "mcc";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.mnc = reader.stringVerify();
                            message._mnc = "mnc";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.osVersion = reader.stringVerify();
                            message._osVersion = "osVersion";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.manufacturer = reader.stringVerify();
                            message._manufacturer = "manufacturer";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.device = reader.stringVerify();
                            message._device = "device";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.osBuildNumber = reader.stringVerify();
                            message._osBuildNumber = "osBuildNumber";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.phoneId = reader.stringVerify();
                            message._phoneId = "phoneId";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.releaseChannel = reader.uint32();
                            message._releaseChannel = "releaseChannel";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.localeLanguage = reader.stringVerify();
                            message._localeLanguage = "localeLanguage";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.localeCountry = reader.stringVerify();
                            message._localeCountry = "localeCountry";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.deviceBoard = reader.stringVerify();
                            message._deviceBoard = "deviceBoard";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.deviceExpId = reader.stringVerify();
                            message._deviceExpId = "deviceExpId";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            message.deviceType = reader.uint32();
                            message._deviceType = "deviceType";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.deviceModelType = reader.stringVerify();
                            message._deviceModelType = "deviceModelType";
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
            UserAgent.AppVersion = (function() {
                const AppVersion = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };
                AppVersion.prototype.primary = null;
                AppVersion.prototype.secondary = null;
                AppVersion.prototype.tertiary = null;
                AppVersion.prototype.quaternary = null;
                AppVersion.prototype.quinary = null;
                let $oneOfFields;
                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(AppVersion.prototype, "_primary", {
                    get: $util.oneOfGetter($oneOfFields = ["primary"]),
                    set: $util.oneOfSetter($oneOfFields)
                });
                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(AppVersion.prototype, "_secondary", {
                    get: $util.oneOfGetter($oneOfFields = ["secondary"]),
                    set: $util.oneOfSetter($oneOfFields)
                });
                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(AppVersion.prototype, "_tertiary", {
                    get: $util.oneOfGetter($oneOfFields = ["tertiary"]),
                    set: $util.oneOfSetter($oneOfFields)
                });
                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(AppVersion.prototype, "_quaternary", {
                    get: $util.oneOfGetter($oneOfFields = ["quaternary"]),
                    set: $util.oneOfSetter($oneOfFields)
                });
                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(AppVersion.prototype, "_quinary", {
                    get: $util.oneOfGetter($oneOfFields = ["quinary"]),
                    set: $util.oneOfSetter($oneOfFields)
                });
                AppVersion.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.primary != null && $Object.hasOwnProperty.call(message, "primary"))
                        writer.uint32(8).uint32(message.primary);
                    if (message.secondary != null && $Object.hasOwnProperty.call(message, "secondary"))
                        writer.uint32(16).uint32(message.secondary);
                    if (message.tertiary != null && $Object.hasOwnProperty.call(message, "tertiary"))
                        writer.uint32(24).uint32(message.tertiary);
                    if (message.quaternary != null && $Object.hasOwnProperty.call(message, "quaternary"))
                        writer.uint32(32).uint32(message.quaternary);
                    if (message.quinary != null && $Object.hasOwnProperty.call(message, "quinary"))
                        writer.uint32(40).uint32(message.quinary);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };
                AppVersion.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.client_payload.ClientPayload.UserAgent.AppVersion();
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
                                message.primary = reader.uint32();
                                message._primary = "primary";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.secondary = reader.uint32();
                                message._secondary = "secondary";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.tertiary = reader.uint32();
                                message._tertiary = "tertiary";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                message.quaternary = reader.uint32();
                                message._quaternary = "quaternary";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                message.quinary = reader.uint32();
                                message._quinary = "quinary";
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
                return AppVersion;
            })();
            return UserAgent;
        })();
        ClientPayload.InteropData = (function() {
            const InteropData = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };
            InteropData.prototype.accountId = null;
            InteropData.prototype.token = null;
            InteropData.prototype.enableReadReceipts = null;
            let $oneOfFields;
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(InteropData.prototype, "_accountId", {
                get: $util.oneOfGetter($oneOfFields = ["accountId"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(InteropData.prototype, "_token", {
                get: $util.oneOfGetter($oneOfFields = ["token"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(InteropData.prototype, "_enableReadReceipts", {
                get: $util.oneOfGetter($oneOfFields = ["enableReadReceipts"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            InteropData.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId"))
                    writer.uint32(8).uint64(message.accountId);
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    writer.uint32(18).bytes(message.token);
                if (message.enableReadReceipts != null && $Object.hasOwnProperty.call(message, "enableReadReceipts"))
                    writer.uint32(24).bool(message.enableReadReceipts);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };
            InteropData.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.client_payload.ClientPayload.InteropData();
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
                            message.accountId = reader.uint64();
                            message._accountId = "accountId";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.token = reader.bytes();
                            message._token = "token";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.enableReadReceipts = reader.bool();
                            message._enableReadReceipts = "enableReadReceipts";
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
            return InteropData;
        })();
        ClientPayload.DevicePairingData = (function() {
            const DevicePairingData = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };
            DevicePairingData.prototype.eRegid = null;
            DevicePairingData.prototype.eKeytype = null;
            DevicePairingData.prototype.eIdent = null;
            DevicePairingData.prototype.eSkeyId = null;
            DevicePairingData.prototype.eSkeyVal = null;
            DevicePairingData.prototype.eSkeySig = null;
            DevicePairingData.prototype.buildHash = null;
            DevicePairingData.prototype.deviceProps = null;
            let $oneOfFields;
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DevicePairingData.prototype, "_eRegid", {
                get: $util.oneOfGetter($oneOfFields = ["eRegid"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DevicePairingData.prototype, "_eKeytype", {
                get: $util.oneOfGetter($oneOfFields = ["eKeytype"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DevicePairingData.prototype, "_eIdent", {
                get: $util.oneOfGetter($oneOfFields = ["eIdent"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DevicePairingData.prototype, "_eSkeyId", {
                get: $util.oneOfGetter($oneOfFields = ["eSkeyId"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DevicePairingData.prototype, "_eSkeyVal", {
                get: $util.oneOfGetter($oneOfFields = ["eSkeyVal"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DevicePairingData.prototype, "_eSkeySig", {
                get: $util.oneOfGetter($oneOfFields = ["eSkeySig"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DevicePairingData.prototype, "_buildHash", {
                get: $util.oneOfGetter($oneOfFields = ["buildHash"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DevicePairingData.prototype, "_deviceProps", {
                get: $util.oneOfGetter($oneOfFields = ["deviceProps"]),
                set: $util.oneOfSetter($oneOfFields)
            });
            DevicePairingData.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.eRegid != null && $Object.hasOwnProperty.call(message, "eRegid"))
                    writer.uint32(10).bytes(message.eRegid);
                if (message.eKeytype != null && $Object.hasOwnProperty.call(message, "eKeytype"))
                    writer.uint32(18).bytes(message.eKeytype);
                if (message.eIdent != null && $Object.hasOwnProperty.call(message, "eIdent"))
                    writer.uint32(26).bytes(message.eIdent);
                if (message.eSkeyId != null && $Object.hasOwnProperty.call(message, "eSkeyId"))
                    writer.uint32(34).bytes(message.eSkeyId);
                if (message.eSkeyVal != null && $Object.hasOwnProperty.call(message, "eSkeyVal"))
                    writer.uint32(42).bytes(message.eSkeyVal);
                if (message.eSkeySig != null && $Object.hasOwnProperty.call(message, "eSkeySig"))
                    writer.uint32(50).bytes(message.eSkeySig);
                if (message.buildHash != null && $Object.hasOwnProperty.call(message, "buildHash"))
                    writer.uint32(58).bytes(message.buildHash);
                if (message.deviceProps != null && $Object.hasOwnProperty.call(message, "deviceProps"))
                    writer.uint32(66).bytes(message.deviceProps);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };
            DevicePairingData.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.client_payload.ClientPayload.DevicePairingData();
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
                            message.eRegid = reader.bytes();
                            message._eRegid = "eRegid";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.eKeytype = reader.bytes();
                            message._eKeytype = "eKeytype";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.eIdent = reader.bytes();
                            message._eIdent = "eIdent";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.eSkeyId = reader.bytes();
                            message._eSkeyId = "eSkeyId";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.eSkeyVal = reader.bytes();
                            message._eSkeyVal = "eSkeyVal";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.eSkeySig = reader.bytes();
                            message._eSkeySig = "eSkeySig";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.buildHash = reader.bytes();
                            message._buildHash = "buildHash";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.deviceProps = reader.bytes();
                            message._deviceProps = "deviceProps";
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
            return DevicePairingData;
        })();
        return ClientPayload;
    })();
    return client_payload;
})();
export {
  $root as default
};
