// Generated from proto/content.proto by scripts/generate-proto.js. Do not edit.
import $protobuf from "protobufjs/minimal.js";
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;
const $root = $protobuf.roots["content"] || ($protobuf.roots["content"] = {});
export const content = $root.content = (() => {
    const content = {};
    content.Message = (function() {
        const Message = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        Message.prototype.conversation = null;
        Message.prototype.senderKeyDistributionMessage = null;
        Message.prototype.imageMessage = null;
        Message.prototype.extendedTextMessage = null;
        Message.prototype.documentMessage = null;
        Message.prototype.audioMessage = null;
        Message.prototype.videoMessage = null;
        Message.prototype.protocolMessage = null;
        Message.prototype.deviceSentMessage = null;
        Message.prototype.messageContextInfo = null;
        Message.prototype.reactionMessage = null;
        Message.prototype.editedMessage = null;
        Message.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.conversation != null && $Object.hasOwnProperty.call(message, "conversation"))
                writer.uint32(10).string(message.conversation);
            if (message.senderKeyDistributionMessage != null && $Object.hasOwnProperty.call(message, "senderKeyDistributionMessage"))
                $root.content.SenderKeyDistributionMessage.encode(message.senderKeyDistributionMessage, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.imageMessage != null && $Object.hasOwnProperty.call(message, "imageMessage"))
                $root.content.ImageMessage.encode(message.imageMessage, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.extendedTextMessage != null && $Object.hasOwnProperty.call(message, "extendedTextMessage"))
                $root.content.ExtendedTextMessage.encode(message.extendedTextMessage, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.documentMessage != null && $Object.hasOwnProperty.call(message, "documentMessage"))
                $root.content.DocumentMessage.encode(message.documentMessage, writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.audioMessage != null && $Object.hasOwnProperty.call(message, "audioMessage"))
                $root.content.AudioMessage.encode(message.audioMessage, writer.uint32(66).fork(), _depth + 1).ldelim();
            if (message.videoMessage != null && $Object.hasOwnProperty.call(message, "videoMessage"))
                $root.content.VideoMessage.encode(message.videoMessage, writer.uint32(74).fork(), _depth + 1).ldelim();
            if (message.protocolMessage != null && $Object.hasOwnProperty.call(message, "protocolMessage"))
                $root.content.ProtocolMessage.encode(message.protocolMessage, writer.uint32(98).fork(), _depth + 1).ldelim();
            if (message.deviceSentMessage != null && $Object.hasOwnProperty.call(message, "deviceSentMessage"))
                $root.content.DeviceSentMessage.encode(message.deviceSentMessage, writer.uint32(250).fork(), _depth + 1).ldelim();
            if (message.messageContextInfo != null && $Object.hasOwnProperty.call(message, "messageContextInfo"))
                $root.content.MessageContextInfo.encode(message.messageContextInfo, writer.uint32(282).fork(), _depth + 1).ldelim();
            if (message.reactionMessage != null && $Object.hasOwnProperty.call(message, "reactionMessage"))
                $root.content.ReactionMessage.encode(message.reactionMessage, writer.uint32(370).fork(), _depth + 1).ldelim();
            if (message.editedMessage != null && $Object.hasOwnProperty.call(message, "editedMessage"))
                $root.content.FutureProofMessage.encode(message.editedMessage, writer.uint32(466).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        Message.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.Message();
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
                        message.conversation = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.senderKeyDistributionMessage = $root.content.SenderKeyDistributionMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.senderKeyDistributionMessage);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.imageMessage = $root.content.ImageMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.imageMessage);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.extendedTextMessage = $root.content.ExtendedTextMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.extendedTextMessage);
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.documentMessage = $root.content.DocumentMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.documentMessage);
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.audioMessage = $root.content.AudioMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.audioMessage);
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.videoMessage = $root.content.VideoMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.videoMessage);
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        message.protocolMessage = $root.content.ProtocolMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.protocolMessage);
                        continue;
                    }
                case 31: {
                        if (wireType !== 2)
                            break;
                        message.deviceSentMessage = $root.content.DeviceSentMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.deviceSentMessage);
                        continue;
                    }
                case 35: {
                        if (wireType !== 2)
                            break;
                        message.messageContextInfo = $root.content.MessageContextInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.messageContextInfo);
                        continue;
                    }
                case 46: {
                        if (wireType !== 2)
                            break;
                        message.reactionMessage = $root.content.ReactionMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.reactionMessage);
                        continue;
                    }
                case 58: {
                        if (wireType !== 2)
                            break;
                        message.editedMessage = $root.content.FutureProofMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.editedMessage);
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
        return Message;
    })();
    content.DeviceSentMessage = (function() {
        const DeviceSentMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        DeviceSentMessage.prototype.destinationJid = null;
        DeviceSentMessage.prototype.message = null;
        DeviceSentMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.destinationJid != null && $Object.hasOwnProperty.call(message, "destinationJid"))
                writer.uint32(10).string(message.destinationJid);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                $root.content.Message.encode(message.message, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        DeviceSentMessage.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.DeviceSentMessage();
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
                        message.destinationJid = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.message = $root.content.Message.decode(reader, reader.size(), $undefined, _depth + 1, message.message);
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
        return DeviceSentMessage;
    })();
    content.FutureProofMessage = (function() {
        const FutureProofMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        FutureProofMessage.prototype.message = null;
        FutureProofMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                $root.content.Message.encode(message.message, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        FutureProofMessage.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.FutureProofMessage();
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
                        message.message = $root.content.Message.decode(reader, reader.size(), $undefined, _depth + 1, message.message);
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
        return FutureProofMessage;
    })();
    content.MessageKey = (function() {
        const MessageKey = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        MessageKey.prototype.remoteJid = null;
        MessageKey.prototype.fromMe = null;
        MessageKey.prototype.id = null;
        MessageKey.prototype.participant = null;
        MessageKey.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.remoteJid != null && $Object.hasOwnProperty.call(message, "remoteJid"))
                writer.uint32(10).string(message.remoteJid);
            if (message.fromMe != null && $Object.hasOwnProperty.call(message, "fromMe"))
                writer.uint32(16).bool(message.fromMe);
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                writer.uint32(26).string(message.id);
            if (message.participant != null && $Object.hasOwnProperty.call(message, "participant"))
                writer.uint32(34).string(message.participant);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        MessageKey.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.MessageKey();
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
                        message.remoteJid = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        message.fromMe = reader.bool();
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.id = reader.string();
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.participant = reader.string();
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
        return MessageKey;
    })();
    content.ContextInfo = (function() {
        const ContextInfo = function (properties) {
            this.mentionedJid = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        ContextInfo.prototype.stanzaId = null;
        ContextInfo.prototype.participant = null;
        ContextInfo.prototype.quotedMessage = null;
        ContextInfo.prototype.remoteJid = null;
        ContextInfo.prototype.mentionedJid = $util.emptyArray;
        ContextInfo.prototype.forwardingScore = null;
        ContextInfo.prototype.isForwarded = null;
        ContextInfo.prototype.expiration = null;
        ContextInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stanzaId != null && $Object.hasOwnProperty.call(message, "stanzaId"))
                writer.uint32(10).string(message.stanzaId);
            if (message.participant != null && $Object.hasOwnProperty.call(message, "participant"))
                writer.uint32(18).string(message.participant);
            if (message.quotedMessage != null && $Object.hasOwnProperty.call(message, "quotedMessage"))
                $root.content.Message.encode(message.quotedMessage, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.remoteJid != null && $Object.hasOwnProperty.call(message, "remoteJid"))
                writer.uint32(34).string(message.remoteJid);
            if (message.mentionedJid != null && message.mentionedJid.length)
                for (let i = 0; i < message.mentionedJid.length; ++i)
                    writer.uint32(122).string(message.mentionedJid[i]);
            if (message.forwardingScore != null && $Object.hasOwnProperty.call(message, "forwardingScore"))
                writer.uint32(168).uint32(message.forwardingScore);
            if (message.isForwarded != null && $Object.hasOwnProperty.call(message, "isForwarded"))
                writer.uint32(176).bool(message.isForwarded);
            if (message.expiration != null && $Object.hasOwnProperty.call(message, "expiration"))
                writer.uint32(200).uint32(message.expiration);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        ContextInfo.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.ContextInfo();
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
                        message.stanzaId = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.participant = reader.string();
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.quotedMessage = $root.content.Message.decode(reader, reader.size(), $undefined, _depth + 1, message.quotedMessage);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.remoteJid = reader.string();
                        continue;
                    }
                case 15: {
                        if (wireType !== 2)
                            break;
                        if (!(message.mentionedJid && message.mentionedJid.length))
                            message.mentionedJid = [];
                        message.mentionedJid.push(reader.string());
                        continue;
                    }
                case 21: {
                        if (wireType !== 0)
                            break;
                        message.forwardingScore = reader.uint32();
                        continue;
                    }
                case 22: {
                        if (wireType !== 0)
                            break;
                        message.isForwarded = reader.bool();
                        continue;
                    }
                case 25: {
                        if (wireType !== 0)
                            break;
                        message.expiration = reader.uint32();
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
        return ContextInfo;
    })();
    content.ExtendedTextMessage = (function() {
        const ExtendedTextMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        ExtendedTextMessage.prototype.text = null;
        ExtendedTextMessage.prototype.matchedText = null;
        ExtendedTextMessage.prototype.description = null;
        ExtendedTextMessage.prototype.title = null;
        ExtendedTextMessage.prototype.jpegThumbnail = null;
        ExtendedTextMessage.prototype.contextInfo = null;
        ExtendedTextMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                writer.uint32(10).string(message.text);
            if (message.matchedText != null && $Object.hasOwnProperty.call(message, "matchedText"))
                writer.uint32(18).string(message.matchedText);
            if (message.description != null && $Object.hasOwnProperty.call(message, "description"))
                writer.uint32(42).string(message.description);
            if (message.title != null && $Object.hasOwnProperty.call(message, "title"))
                writer.uint32(50).string(message.title);
            if (message.jpegThumbnail != null && $Object.hasOwnProperty.call(message, "jpegThumbnail"))
                writer.uint32(130).bytes(message.jpegThumbnail);
            if (message.contextInfo != null && $Object.hasOwnProperty.call(message, "contextInfo"))
                $root.content.ContextInfo.encode(message.contextInfo, writer.uint32(138).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        ExtendedTextMessage.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.ExtendedTextMessage();
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
                        message.text = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.matchedText = reader.string();
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.description = reader.string();
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.title = reader.string();
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        message.jpegThumbnail = reader.bytes();
                        continue;
                    }
                case 17: {
                        if (wireType !== 2)
                            break;
                        message.contextInfo = $root.content.ContextInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.contextInfo);
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
        return ExtendedTextMessage;
    })();
    content.ImageMessage = (function() {
        const ImageMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        ImageMessage.prototype.url = null;
        ImageMessage.prototype.mimetype = null;
        ImageMessage.prototype.caption = null;
        ImageMessage.prototype.fileSha256 = null;
        ImageMessage.prototype.fileLength = null;
        ImageMessage.prototype.height = null;
        ImageMessage.prototype.width = null;
        ImageMessage.prototype.mediaKey = null;
        ImageMessage.prototype.fileEncSha256 = null;
        ImageMessage.prototype.directPath = null;
        ImageMessage.prototype.mediaKeyTimestamp = null;
        ImageMessage.prototype.jpegThumbnail = null;
        ImageMessage.prototype.contextInfo = null;
        ImageMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.url != null && $Object.hasOwnProperty.call(message, "url"))
                writer.uint32(10).string(message.url);
            if (message.mimetype != null && $Object.hasOwnProperty.call(message, "mimetype"))
                writer.uint32(18).string(message.mimetype);
            if (message.caption != null && $Object.hasOwnProperty.call(message, "caption"))
                writer.uint32(26).string(message.caption);
            if (message.fileSha256 != null && $Object.hasOwnProperty.call(message, "fileSha256"))
                writer.uint32(34).bytes(message.fileSha256);
            if (message.fileLength != null && $Object.hasOwnProperty.call(message, "fileLength"))
                writer.uint32(40).uint64(message.fileLength);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height"))
                writer.uint32(48).uint32(message.height);
            if (message.width != null && $Object.hasOwnProperty.call(message, "width"))
                writer.uint32(56).uint32(message.width);
            if (message.mediaKey != null && $Object.hasOwnProperty.call(message, "mediaKey"))
                writer.uint32(66).bytes(message.mediaKey);
            if (message.fileEncSha256 != null && $Object.hasOwnProperty.call(message, "fileEncSha256"))
                writer.uint32(74).bytes(message.fileEncSha256);
            if (message.directPath != null && $Object.hasOwnProperty.call(message, "directPath"))
                writer.uint32(90).string(message.directPath);
            if (message.mediaKeyTimestamp != null && $Object.hasOwnProperty.call(message, "mediaKeyTimestamp"))
                writer.uint32(96).int64(message.mediaKeyTimestamp);
            if (message.jpegThumbnail != null && $Object.hasOwnProperty.call(message, "jpegThumbnail"))
                writer.uint32(130).bytes(message.jpegThumbnail);
            if (message.contextInfo != null && $Object.hasOwnProperty.call(message, "contextInfo"))
                $root.content.ContextInfo.encode(message.contextInfo, writer.uint32(138).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        ImageMessage.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.ImageMessage();
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
                        message.url = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.mimetype = reader.string();
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.caption = reader.string();
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.fileSha256 = reader.bytes();
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        message.fileLength = reader.uint64();
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        message.height = reader.uint32();
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        message.width = reader.uint32();
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.mediaKey = reader.bytes();
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.fileEncSha256 = reader.bytes();
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.directPath = reader.string();
                        continue;
                    }
                case 12: {
                        if (wireType !== 0)
                            break;
                        message.mediaKeyTimestamp = reader.int64();
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        message.jpegThumbnail = reader.bytes();
                        continue;
                    }
                case 17: {
                        if (wireType !== 2)
                            break;
                        message.contextInfo = $root.content.ContextInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.contextInfo);
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
        return ImageMessage;
    })();
    content.VideoMessage = (function() {
        const VideoMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        VideoMessage.prototype.url = null;
        VideoMessage.prototype.mimetype = null;
        VideoMessage.prototype.fileSha256 = null;
        VideoMessage.prototype.fileLength = null;
        VideoMessage.prototype.seconds = null;
        VideoMessage.prototype.mediaKey = null;
        VideoMessage.prototype.caption = null;
        VideoMessage.prototype.gifPlayback = null;
        VideoMessage.prototype.height = null;
        VideoMessage.prototype.width = null;
        VideoMessage.prototype.fileEncSha256 = null;
        VideoMessage.prototype.directPath = null;
        VideoMessage.prototype.mediaKeyTimestamp = null;
        VideoMessage.prototype.jpegThumbnail = null;
        VideoMessage.prototype.contextInfo = null;
        VideoMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.url != null && $Object.hasOwnProperty.call(message, "url"))
                writer.uint32(10).string(message.url);
            if (message.mimetype != null && $Object.hasOwnProperty.call(message, "mimetype"))
                writer.uint32(18).string(message.mimetype);
            if (message.fileSha256 != null && $Object.hasOwnProperty.call(message, "fileSha256"))
                writer.uint32(26).bytes(message.fileSha256);
            if (message.fileLength != null && $Object.hasOwnProperty.call(message, "fileLength"))
                writer.uint32(32).uint64(message.fileLength);
            if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                writer.uint32(40).uint32(message.seconds);
            if (message.mediaKey != null && $Object.hasOwnProperty.call(message, "mediaKey"))
                writer.uint32(50).bytes(message.mediaKey);
            if (message.caption != null && $Object.hasOwnProperty.call(message, "caption"))
                writer.uint32(58).string(message.caption);
            if (message.gifPlayback != null && $Object.hasOwnProperty.call(message, "gifPlayback"))
                writer.uint32(64).bool(message.gifPlayback);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height"))
                writer.uint32(72).uint32(message.height);
            if (message.width != null && $Object.hasOwnProperty.call(message, "width"))
                writer.uint32(80).uint32(message.width);
            if (message.fileEncSha256 != null && $Object.hasOwnProperty.call(message, "fileEncSha256"))
                writer.uint32(90).bytes(message.fileEncSha256);
            if (message.directPath != null && $Object.hasOwnProperty.call(message, "directPath"))
                writer.uint32(106).string(message.directPath);
            if (message.mediaKeyTimestamp != null && $Object.hasOwnProperty.call(message, "mediaKeyTimestamp"))
                writer.uint32(112).int64(message.mediaKeyTimestamp);
            if (message.jpegThumbnail != null && $Object.hasOwnProperty.call(message, "jpegThumbnail"))
                writer.uint32(130).bytes(message.jpegThumbnail);
            if (message.contextInfo != null && $Object.hasOwnProperty.call(message, "contextInfo"))
                $root.content.ContextInfo.encode(message.contextInfo, writer.uint32(138).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        VideoMessage.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.VideoMessage();
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
                        message.url = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.mimetype = reader.string();
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.fileSha256 = reader.bytes();
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        message.fileLength = reader.uint64();
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        message.seconds = reader.uint32();
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.mediaKey = reader.bytes();
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.caption = reader.string();
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        message.gifPlayback = reader.bool();
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        message.height = reader.uint32();
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        message.width = reader.uint32();
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.fileEncSha256 = reader.bytes();
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        message.directPath = reader.string();
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        message.mediaKeyTimestamp = reader.int64();
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        message.jpegThumbnail = reader.bytes();
                        continue;
                    }
                case 17: {
                        if (wireType !== 2)
                            break;
                        message.contextInfo = $root.content.ContextInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.contextInfo);
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
        return VideoMessage;
    })();
    content.AudioMessage = (function() {
        const AudioMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        AudioMessage.prototype.url = null;
        AudioMessage.prototype.mimetype = null;
        AudioMessage.prototype.fileSha256 = null;
        AudioMessage.prototype.fileLength = null;
        AudioMessage.prototype.seconds = null;
        AudioMessage.prototype.ptt = null;
        AudioMessage.prototype.mediaKey = null;
        AudioMessage.prototype.fileEncSha256 = null;
        AudioMessage.prototype.directPath = null;
        AudioMessage.prototype.mediaKeyTimestamp = null;
        AudioMessage.prototype.contextInfo = null;
        AudioMessage.prototype.waveform = null;
        AudioMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.url != null && $Object.hasOwnProperty.call(message, "url"))
                writer.uint32(10).string(message.url);
            if (message.mimetype != null && $Object.hasOwnProperty.call(message, "mimetype"))
                writer.uint32(18).string(message.mimetype);
            if (message.fileSha256 != null && $Object.hasOwnProperty.call(message, "fileSha256"))
                writer.uint32(26).bytes(message.fileSha256);
            if (message.fileLength != null && $Object.hasOwnProperty.call(message, "fileLength"))
                writer.uint32(32).uint64(message.fileLength);
            if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                writer.uint32(40).uint32(message.seconds);
            if (message.ptt != null && $Object.hasOwnProperty.call(message, "ptt"))
                writer.uint32(48).bool(message.ptt);
            if (message.mediaKey != null && $Object.hasOwnProperty.call(message, "mediaKey"))
                writer.uint32(58).bytes(message.mediaKey);
            if (message.fileEncSha256 != null && $Object.hasOwnProperty.call(message, "fileEncSha256"))
                writer.uint32(66).bytes(message.fileEncSha256);
            if (message.directPath != null && $Object.hasOwnProperty.call(message, "directPath"))
                writer.uint32(74).string(message.directPath);
            if (message.mediaKeyTimestamp != null && $Object.hasOwnProperty.call(message, "mediaKeyTimestamp"))
                writer.uint32(80).int64(message.mediaKeyTimestamp);
            if (message.contextInfo != null && $Object.hasOwnProperty.call(message, "contextInfo"))
                $root.content.ContextInfo.encode(message.contextInfo, writer.uint32(138).fork(), _depth + 1).ldelim();
            if (message.waveform != null && $Object.hasOwnProperty.call(message, "waveform"))
                writer.uint32(154).bytes(message.waveform);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        AudioMessage.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.AudioMessage();
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
                        message.url = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.mimetype = reader.string();
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.fileSha256 = reader.bytes();
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        message.fileLength = reader.uint64();
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        message.seconds = reader.uint32();
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        message.ptt = reader.bool();
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.mediaKey = reader.bytes();
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.fileEncSha256 = reader.bytes();
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.directPath = reader.string();
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        message.mediaKeyTimestamp = reader.int64();
                        continue;
                    }
                case 17: {
                        if (wireType !== 2)
                            break;
                        message.contextInfo = $root.content.ContextInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.contextInfo);
                        continue;
                    }
                case 19: {
                        if (wireType !== 2)
                            break;
                        message.waveform = reader.bytes();
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
        return AudioMessage;
    })();
    content.DocumentMessage = (function() {
        const DocumentMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        DocumentMessage.prototype.url = null;
        DocumentMessage.prototype.mimetype = null;
        DocumentMessage.prototype.title = null;
        DocumentMessage.prototype.fileSha256 = null;
        DocumentMessage.prototype.fileLength = null;
        DocumentMessage.prototype.pageCount = null;
        DocumentMessage.prototype.mediaKey = null;
        DocumentMessage.prototype.fileName = null;
        DocumentMessage.prototype.fileEncSha256 = null;
        DocumentMessage.prototype.directPath = null;
        DocumentMessage.prototype.mediaKeyTimestamp = null;
        DocumentMessage.prototype.jpegThumbnail = null;
        DocumentMessage.prototype.contextInfo = null;
        DocumentMessage.prototype.caption = null;
        DocumentMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.url != null && $Object.hasOwnProperty.call(message, "url"))
                writer.uint32(10).string(message.url);
            if (message.mimetype != null && $Object.hasOwnProperty.call(message, "mimetype"))
                writer.uint32(18).string(message.mimetype);
            if (message.title != null && $Object.hasOwnProperty.call(message, "title"))
                writer.uint32(26).string(message.title);
            if (message.fileSha256 != null && $Object.hasOwnProperty.call(message, "fileSha256"))
                writer.uint32(34).bytes(message.fileSha256);
            if (message.fileLength != null && $Object.hasOwnProperty.call(message, "fileLength"))
                writer.uint32(40).uint64(message.fileLength);
            if (message.pageCount != null && $Object.hasOwnProperty.call(message, "pageCount"))
                writer.uint32(48).uint32(message.pageCount);
            if (message.mediaKey != null && $Object.hasOwnProperty.call(message, "mediaKey"))
                writer.uint32(58).bytes(message.mediaKey);
            if (message.fileName != null && $Object.hasOwnProperty.call(message, "fileName"))
                writer.uint32(66).string(message.fileName);
            if (message.fileEncSha256 != null && $Object.hasOwnProperty.call(message, "fileEncSha256"))
                writer.uint32(74).bytes(message.fileEncSha256);
            if (message.directPath != null && $Object.hasOwnProperty.call(message, "directPath"))
                writer.uint32(82).string(message.directPath);
            if (message.mediaKeyTimestamp != null && $Object.hasOwnProperty.call(message, "mediaKeyTimestamp"))
                writer.uint32(88).int64(message.mediaKeyTimestamp);
            if (message.jpegThumbnail != null && $Object.hasOwnProperty.call(message, "jpegThumbnail"))
                writer.uint32(130).bytes(message.jpegThumbnail);
            if (message.contextInfo != null && $Object.hasOwnProperty.call(message, "contextInfo"))
                $root.content.ContextInfo.encode(message.contextInfo, writer.uint32(138).fork(), _depth + 1).ldelim();
            if (message.caption != null && $Object.hasOwnProperty.call(message, "caption"))
                writer.uint32(162).string(message.caption);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        DocumentMessage.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.DocumentMessage();
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
                        message.url = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.mimetype = reader.string();
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.title = reader.string();
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.fileSha256 = reader.bytes();
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        message.fileLength = reader.uint64();
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        message.pageCount = reader.uint32();
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.mediaKey = reader.bytes();
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.fileName = reader.string();
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.fileEncSha256 = reader.bytes();
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.directPath = reader.string();
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        message.mediaKeyTimestamp = reader.int64();
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        message.jpegThumbnail = reader.bytes();
                        continue;
                    }
                case 17: {
                        if (wireType !== 2)
                            break;
                        message.contextInfo = $root.content.ContextInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.contextInfo);
                        continue;
                    }
                case 20: {
                        if (wireType !== 2)
                            break;
                        message.caption = reader.string();
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
        return DocumentMessage;
    })();
    content.ReactionMessage = (function() {
        const ReactionMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        ReactionMessage.prototype.key = null;
        ReactionMessage.prototype.text = null;
        ReactionMessage.prototype.groupingKey = null;
        ReactionMessage.prototype.senderTimestampMs = null;
        ReactionMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                $root.content.MessageKey.encode(message.key, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                writer.uint32(18).string(message.text);
            if (message.groupingKey != null && $Object.hasOwnProperty.call(message, "groupingKey"))
                writer.uint32(26).string(message.groupingKey);
            if (message.senderTimestampMs != null && $Object.hasOwnProperty.call(message, "senderTimestampMs"))
                writer.uint32(32).int64(message.senderTimestampMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        ReactionMessage.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.ReactionMessage();
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
                        message.key = $root.content.MessageKey.decode(reader, reader.size(), $undefined, _depth + 1, message.key);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.text = reader.string();
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.groupingKey = reader.string();
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        message.senderTimestampMs = reader.int64();
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
        return ReactionMessage;
    })();
    content.ProtocolMessage = (function() {
        const ProtocolMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        ProtocolMessage.prototype.key = null;
        ProtocolMessage.prototype.type = null;
        ProtocolMessage.prototype.ephemeralExpiration = null;
        ProtocolMessage.prototype.editedMessage = null;
        ProtocolMessage.prototype.timestampMs = null;
        ProtocolMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                $root.content.MessageKey.encode(message.key, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                writer.uint32(16).int32(message.type);
            if (message.ephemeralExpiration != null && $Object.hasOwnProperty.call(message, "ephemeralExpiration"))
                writer.uint32(32).uint32(message.ephemeralExpiration);
            if (message.editedMessage != null && $Object.hasOwnProperty.call(message, "editedMessage"))
                $root.content.Message.encode(message.editedMessage, writer.uint32(114).fork(), _depth + 1).ldelim();
            if (message.timestampMs != null && $Object.hasOwnProperty.call(message, "timestampMs"))
                writer.uint32(120).int64(message.timestampMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        ProtocolMessage.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.content.ProtocolMessage();
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
                        message.key = $root.content.MessageKey.decode(reader, reader.size(), $undefined, _depth + 1, message.key);
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.content.ProtocolMessage.Type[value] !== $undefined)
                            message.type = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        message.ephemeralExpiration = reader.uint32();
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        message.editedMessage = $root.content.Message.decode(reader, reader.size(), $undefined, _depth + 1, message.editedMessage);
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        message.timestampMs = reader.int64();
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
        ProtocolMessage.Type = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "REVOKE"] = 0;
            values[valuesById[3] = "EPHEMERAL_SETTING"] = 3;
            values[valuesById[14] = "MESSAGE_EDIT"] = 14;
            return values;
        })();
        return ProtocolMessage;
    })();
    content.SenderKeyDistributionMessage = (function() {
        const SenderKeyDistributionMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        SenderKeyDistributionMessage.prototype.groupId = null;
        SenderKeyDistributionMessage.prototype.axolotlSenderKeyDistributionMessage = null;
        SenderKeyDistributionMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.groupId != null && $Object.hasOwnProperty.call(message, "groupId"))
                writer.uint32(10).string(message.groupId);
            if (message.axolotlSenderKeyDistributionMessage != null && $Object.hasOwnProperty.call(message, "axolotlSenderKeyDistributionMessage"))
                writer.uint32(18).bytes(message.axolotlSenderKeyDistributionMessage);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        SenderKeyDistributionMessage.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.SenderKeyDistributionMessage();
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
                        message.groupId = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.axolotlSenderKeyDistributionMessage = reader.bytes();
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
        return SenderKeyDistributionMessage;
    })();
    content.DeviceListMetadata = (function() {
        const DeviceListMetadata = function (properties) {
            this.senderKeyIndexes = [];
            this.recipientKeyIndexes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        DeviceListMetadata.prototype.senderKeyHash = null;
        DeviceListMetadata.prototype.senderTimestamp = null;
        DeviceListMetadata.prototype.senderKeyIndexes = $util.emptyArray;
        DeviceListMetadata.prototype.recipientKeyHash = null;
        DeviceListMetadata.prototype.recipientTimestamp = null;
        DeviceListMetadata.prototype.recipientKeyIndexes = $util.emptyArray;
        DeviceListMetadata.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.senderKeyHash != null && $Object.hasOwnProperty.call(message, "senderKeyHash"))
                writer.uint32(10).bytes(message.senderKeyHash);
            if (message.senderTimestamp != null && $Object.hasOwnProperty.call(message, "senderTimestamp"))
                writer.uint32(16).uint64(message.senderTimestamp);
            if (message.senderKeyIndexes != null && message.senderKeyIndexes.length)
                writer.uint32(26).uint32s(message.senderKeyIndexes);
            if (message.recipientKeyHash != null && $Object.hasOwnProperty.call(message, "recipientKeyHash"))
                writer.uint32(66).bytes(message.recipientKeyHash);
            if (message.recipientTimestamp != null && $Object.hasOwnProperty.call(message, "recipientTimestamp"))
                writer.uint32(72).uint64(message.recipientTimestamp);
            if (message.recipientKeyIndexes != null && message.recipientKeyIndexes.length)
                writer.uint32(82).uint32s(message.recipientKeyIndexes);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        DeviceListMetadata.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.DeviceListMetadata();
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
                        message.senderKeyHash = reader.bytes();
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        message.senderTimestamp = reader.uint64();
                        continue;
                    }
                case 3: {
                        if (wireType === 2) {
                            if (!(message.senderKeyIndexes && message.senderKeyIndexes.length))
                                message.senderKeyIndexes = [];
                            reader.uint32s(message.senderKeyIndexes);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.senderKeyIndexes && message.senderKeyIndexes.length))
                            message.senderKeyIndexes = [];
                        message.senderKeyIndexes.push(reader.uint32());
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.recipientKeyHash = reader.bytes();
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        message.recipientTimestamp = reader.uint64();
                        continue;
                    }
                case 10: {
                        if (wireType === 2) {
                            if (!(message.recipientKeyIndexes && message.recipientKeyIndexes.length))
                                message.recipientKeyIndexes = [];
                            reader.uint32s(message.recipientKeyIndexes);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.recipientKeyIndexes && message.recipientKeyIndexes.length))
                            message.recipientKeyIndexes = [];
                        message.recipientKeyIndexes.push(reader.uint32());
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
        return DeviceListMetadata;
    })();
    content.MessageContextInfo = (function() {
        const MessageContextInfo = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };
        MessageContextInfo.prototype.deviceListMetadata = null;
        MessageContextInfo.prototype.deviceListMetadataVersion = null;
        MessageContextInfo.prototype.messageSecret = null;
        MessageContextInfo.prototype.paddingBytes = null;
        MessageContextInfo.prototype.messageAddOnDurationInSecs = null;
        MessageContextInfo.prototype.reportingTokenVersion = null;
        MessageContextInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.deviceListMetadata != null && $Object.hasOwnProperty.call(message, "deviceListMetadata"))
                $root.content.DeviceListMetadata.encode(message.deviceListMetadata, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.deviceListMetadataVersion != null && $Object.hasOwnProperty.call(message, "deviceListMetadataVersion"))
                writer.uint32(16).int32(message.deviceListMetadataVersion);
            if (message.messageSecret != null && $Object.hasOwnProperty.call(message, "messageSecret"))
                writer.uint32(26).bytes(message.messageSecret);
            if (message.paddingBytes != null && $Object.hasOwnProperty.call(message, "paddingBytes"))
                writer.uint32(34).bytes(message.paddingBytes);
            if (message.messageAddOnDurationInSecs != null && $Object.hasOwnProperty.call(message, "messageAddOnDurationInSecs"))
                writer.uint32(40).uint32(message.messageAddOnDurationInSecs);
            if (message.reportingTokenVersion != null && $Object.hasOwnProperty.call(message, "reportingTokenVersion"))
                writer.uint32(64).uint32(message.reportingTokenVersion);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };
        MessageContextInfo.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.content.MessageContextInfo();
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
                        message.deviceListMetadata = $root.content.DeviceListMetadata.decode(reader, reader.size(), $undefined, _depth + 1, message.deviceListMetadata);
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        message.deviceListMetadataVersion = reader.int32();
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.messageSecret = reader.bytes();
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.paddingBytes = reader.bytes();
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        message.messageAddOnDurationInSecs = reader.uint32();
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        message.reportingTokenVersion = reader.uint32();
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
        return MessageContextInfo;
    })();
    return content;
})();
export {
  $root as default
};
