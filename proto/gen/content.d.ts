// Generated from proto/content.proto by scripts/generate-proto.js. Do not edit.
import * as $protobuf from "protobufjs/minimal.js";
export namespace content {
    interface IMessage extends content.Message.$Properties {
    }
    class Message {
        constructor(properties?: content.Message.$Properties);
        $unknowns?: Uint8Array[];
        conversation?: (string|null);
        senderKeyDistributionMessage?: (content.SenderKeyDistributionMessage.$Properties|null);
        imageMessage?: (content.ImageMessage.$Properties|null);
        extendedTextMessage?: (content.ExtendedTextMessage.$Properties|null);
        documentMessage?: (content.DocumentMessage.$Properties|null);
        audioMessage?: (content.AudioMessage.$Properties|null);
        videoMessage?: (content.VideoMessage.$Properties|null);
        protocolMessage?: (content.ProtocolMessage.$Properties|null);
        deviceSentMessage?: (content.DeviceSentMessage.$Properties|null);
        messageContextInfo?: (content.MessageContextInfo.$Properties|null);
        reactionMessage?: (content.ReactionMessage.$Properties|null);
        editedMessage?: (content.FutureProofMessage.$Properties|null);
        static encode(message: content.Message.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.Message & content.Message.$Shape;
    }
    namespace Message {
        interface $Properties {
            conversation?: (string|null);
            senderKeyDistributionMessage?: (content.SenderKeyDistributionMessage.$Properties|null);
            imageMessage?: (content.ImageMessage.$Properties|null);
            extendedTextMessage?: (content.ExtendedTextMessage.$Properties|null);
            documentMessage?: (content.DocumentMessage.$Properties|null);
            audioMessage?: (content.AudioMessage.$Properties|null);
            videoMessage?: (content.VideoMessage.$Properties|null);
            protocolMessage?: (content.ProtocolMessage.$Properties|null);
            deviceSentMessage?: (content.DeviceSentMessage.$Properties|null);
            messageContextInfo?: (content.MessageContextInfo.$Properties|null);
            reactionMessage?: (content.ReactionMessage.$Properties|null);
            editedMessage?: (content.FutureProofMessage.$Properties|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.Message.$Properties;
    }
    interface IDeviceSentMessage extends content.DeviceSentMessage.$Properties {
    }
    class DeviceSentMessage {
        constructor(properties?: content.DeviceSentMessage.$Properties);
        $unknowns?: Uint8Array[];
        destinationJid?: (string|null);
        message?: (content.Message.$Properties|null);
        static encode(message: content.DeviceSentMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.DeviceSentMessage & content.DeviceSentMessage.$Shape;
    }
    namespace DeviceSentMessage {
        interface $Properties {
            destinationJid?: (string|null);
            message?: (content.Message.$Properties|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.DeviceSentMessage.$Properties;
    }
    interface IFutureProofMessage extends content.FutureProofMessage.$Properties {
    }
    class FutureProofMessage {
        constructor(properties?: content.FutureProofMessage.$Properties);
        $unknowns?: Uint8Array[];
        message?: (content.Message.$Properties|null);
        static encode(message: content.FutureProofMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.FutureProofMessage & content.FutureProofMessage.$Shape;
    }
    namespace FutureProofMessage {
        interface $Properties {
            message?: (content.Message.$Properties|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.FutureProofMessage.$Properties;
    }
    interface IMessageKey extends content.MessageKey.$Properties {
    }
    class MessageKey {
        constructor(properties?: content.MessageKey.$Properties);
        $unknowns?: Uint8Array[];
        remoteJid?: (string|null);
        fromMe?: (boolean|null);
        id?: (string|null);
        participant?: (string|null);
        static encode(message: content.MessageKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.MessageKey & content.MessageKey.$Shape;
    }
    namespace MessageKey {
        interface $Properties {
            remoteJid?: (string|null);
            fromMe?: (boolean|null);
            id?: (string|null);
            participant?: (string|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.MessageKey.$Properties;
    }
    interface IContextInfo extends content.ContextInfo.$Properties {
    }
    class ContextInfo {
        constructor(properties?: content.ContextInfo.$Properties);
        $unknowns?: Uint8Array[];
        stanzaId?: (string|null);
        participant?: (string|null);
        quotedMessage?: (content.Message.$Properties|null);
        remoteJid?: (string|null);
        mentionedJid: string[];
        forwardingScore?: (number|null);
        isForwarded?: (boolean|null);
        expiration?: (number|null);
        static encode(message: content.ContextInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.ContextInfo & content.ContextInfo.$Shape;
    }
    namespace ContextInfo {
        interface $Properties {
            stanzaId?: (string|null);
            participant?: (string|null);
            quotedMessage?: (content.Message.$Properties|null);
            remoteJid?: (string|null);
            mentionedJid?: (string[]|null);
            forwardingScore?: (number|null);
            isForwarded?: (boolean|null);
            expiration?: (number|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.ContextInfo.$Properties;
    }
    interface IExtendedTextMessage extends content.ExtendedTextMessage.$Properties {
    }
    class ExtendedTextMessage {
        constructor(properties?: content.ExtendedTextMessage.$Properties);
        $unknowns?: Uint8Array[];
        text?: (string|null);
        matchedText?: (string|null);
        description?: (string|null);
        title?: (string|null);
        jpegThumbnail?: (Uint8Array|null);
        contextInfo?: (content.ContextInfo.$Properties|null);
        static encode(message: content.ExtendedTextMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.ExtendedTextMessage & content.ExtendedTextMessage.$Shape;
    }
    namespace ExtendedTextMessage {
        interface $Properties {
            text?: (string|null);
            matchedText?: (string|null);
            description?: (string|null);
            title?: (string|null);
            jpegThumbnail?: (Uint8Array|null);
            contextInfo?: (content.ContextInfo.$Properties|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.ExtendedTextMessage.$Properties;
    }
    interface IImageMessage extends content.ImageMessage.$Properties {
    }
    class ImageMessage {
        constructor(properties?: content.ImageMessage.$Properties);
        $unknowns?: Uint8Array[];
        url?: (string|null);
        mimetype?: (string|null);
        caption?: (string|null);
        fileSha256?: (Uint8Array|null);
        fileLength?: (number|null);
        height?: (number|null);
        width?: (number|null);
        mediaKey?: (Uint8Array|null);
        fileEncSha256?: (Uint8Array|null);
        directPath?: (string|null);
        mediaKeyTimestamp?: (number|null);
        jpegThumbnail?: (Uint8Array|null);
        contextInfo?: (content.ContextInfo.$Properties|null);
        static encode(message: content.ImageMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.ImageMessage & content.ImageMessage.$Shape;
    }
    namespace ImageMessage {
        interface $Properties {
            url?: (string|null);
            mimetype?: (string|null);
            caption?: (string|null);
            fileSha256?: (Uint8Array|null);
            fileLength?: (number|null);
            height?: (number|null);
            width?: (number|null);
            mediaKey?: (Uint8Array|null);
            fileEncSha256?: (Uint8Array|null);
            directPath?: (string|null);
            mediaKeyTimestamp?: (number|null);
            jpegThumbnail?: (Uint8Array|null);
            contextInfo?: (content.ContextInfo.$Properties|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.ImageMessage.$Properties;
    }
    interface IVideoMessage extends content.VideoMessage.$Properties {
    }
    class VideoMessage {
        constructor(properties?: content.VideoMessage.$Properties);
        $unknowns?: Uint8Array[];
        url?: (string|null);
        mimetype?: (string|null);
        fileSha256?: (Uint8Array|null);
        fileLength?: (number|null);
        seconds?: (number|null);
        mediaKey?: (Uint8Array|null);
        caption?: (string|null);
        gifPlayback?: (boolean|null);
        height?: (number|null);
        width?: (number|null);
        fileEncSha256?: (Uint8Array|null);
        directPath?: (string|null);
        mediaKeyTimestamp?: (number|null);
        jpegThumbnail?: (Uint8Array|null);
        contextInfo?: (content.ContextInfo.$Properties|null);
        static encode(message: content.VideoMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.VideoMessage & content.VideoMessage.$Shape;
    }
    namespace VideoMessage {
        interface $Properties {
            url?: (string|null);
            mimetype?: (string|null);
            fileSha256?: (Uint8Array|null);
            fileLength?: (number|null);
            seconds?: (number|null);
            mediaKey?: (Uint8Array|null);
            caption?: (string|null);
            gifPlayback?: (boolean|null);
            height?: (number|null);
            width?: (number|null);
            fileEncSha256?: (Uint8Array|null);
            directPath?: (string|null);
            mediaKeyTimestamp?: (number|null);
            jpegThumbnail?: (Uint8Array|null);
            contextInfo?: (content.ContextInfo.$Properties|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.VideoMessage.$Properties;
    }
    interface IAudioMessage extends content.AudioMessage.$Properties {
    }
    class AudioMessage {
        constructor(properties?: content.AudioMessage.$Properties);
        $unknowns?: Uint8Array[];
        url?: (string|null);
        mimetype?: (string|null);
        fileSha256?: (Uint8Array|null);
        fileLength?: (number|null);
        seconds?: (number|null);
        ptt?: (boolean|null);
        mediaKey?: (Uint8Array|null);
        fileEncSha256?: (Uint8Array|null);
        directPath?: (string|null);
        mediaKeyTimestamp?: (number|null);
        contextInfo?: (content.ContextInfo.$Properties|null);
        waveform?: (Uint8Array|null);
        static encode(message: content.AudioMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.AudioMessage & content.AudioMessage.$Shape;
    }
    namespace AudioMessage {
        interface $Properties {
            url?: (string|null);
            mimetype?: (string|null);
            fileSha256?: (Uint8Array|null);
            fileLength?: (number|null);
            seconds?: (number|null);
            ptt?: (boolean|null);
            mediaKey?: (Uint8Array|null);
            fileEncSha256?: (Uint8Array|null);
            directPath?: (string|null);
            mediaKeyTimestamp?: (number|null);
            contextInfo?: (content.ContextInfo.$Properties|null);
            waveform?: (Uint8Array|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.AudioMessage.$Properties;
    }
    interface IDocumentMessage extends content.DocumentMessage.$Properties {
    }
    class DocumentMessage {
        constructor(properties?: content.DocumentMessage.$Properties);
        $unknowns?: Uint8Array[];
        url?: (string|null);
        mimetype?: (string|null);
        title?: (string|null);
        fileSha256?: (Uint8Array|null);
        fileLength?: (number|null);
        pageCount?: (number|null);
        mediaKey?: (Uint8Array|null);
        fileName?: (string|null);
        fileEncSha256?: (Uint8Array|null);
        directPath?: (string|null);
        mediaKeyTimestamp?: (number|null);
        jpegThumbnail?: (Uint8Array|null);
        contextInfo?: (content.ContextInfo.$Properties|null);
        caption?: (string|null);
        static encode(message: content.DocumentMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.DocumentMessage & content.DocumentMessage.$Shape;
    }
    namespace DocumentMessage {
        interface $Properties {
            url?: (string|null);
            mimetype?: (string|null);
            title?: (string|null);
            fileSha256?: (Uint8Array|null);
            fileLength?: (number|null);
            pageCount?: (number|null);
            mediaKey?: (Uint8Array|null);
            fileName?: (string|null);
            fileEncSha256?: (Uint8Array|null);
            directPath?: (string|null);
            mediaKeyTimestamp?: (number|null);
            jpegThumbnail?: (Uint8Array|null);
            contextInfo?: (content.ContextInfo.$Properties|null);
            caption?: (string|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.DocumentMessage.$Properties;
    }
    interface IReactionMessage extends content.ReactionMessage.$Properties {
    }
    class ReactionMessage {
        constructor(properties?: content.ReactionMessage.$Properties);
        $unknowns?: Uint8Array[];
        key?: (content.MessageKey.$Properties|null);
        text?: (string|null);
        groupingKey?: (string|null);
        senderTimestampMs?: (number|null);
        static encode(message: content.ReactionMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.ReactionMessage & content.ReactionMessage.$Shape;
    }
    namespace ReactionMessage {
        interface $Properties {
            key?: (content.MessageKey.$Properties|null);
            text?: (string|null);
            groupingKey?: (string|null);
            senderTimestampMs?: (number|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.ReactionMessage.$Properties;
    }
    interface IProtocolMessage extends content.ProtocolMessage.$Properties {
    }
    class ProtocolMessage {
        constructor(properties?: content.ProtocolMessage.$Properties);
        $unknowns?: Uint8Array[];
        key?: (content.MessageKey.$Properties|null);
        type?: (content.ProtocolMessage.Type|null);
        ephemeralExpiration?: (number|null);
        editedMessage?: (content.Message.$Properties|null);
        timestampMs?: (number|null);
        static encode(message: content.ProtocolMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.ProtocolMessage & content.ProtocolMessage.$Shape;
    }
    namespace ProtocolMessage {
        interface $Properties {
            key?: (content.MessageKey.$Properties|null);
            type?: (content.ProtocolMessage.Type|null);
            ephemeralExpiration?: (number|null);
            editedMessage?: (content.Message.$Properties|null);
            timestampMs?: (number|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.ProtocolMessage.$Properties;
        enum Type {
            REVOKE = 0,
            EPHEMERAL_SETTING = 3,
            MESSAGE_EDIT = 14
        }
    }
    interface ISenderKeyDistributionMessage extends content.SenderKeyDistributionMessage.$Properties {
    }
    class SenderKeyDistributionMessage {
        constructor(properties?: content.SenderKeyDistributionMessage.$Properties);
        $unknowns?: Uint8Array[];
        groupId?: (string|null);
        axolotlSenderKeyDistributionMessage?: (Uint8Array|null);
        static encode(message: content.SenderKeyDistributionMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.SenderKeyDistributionMessage & content.SenderKeyDistributionMessage.$Shape;
    }
    namespace SenderKeyDistributionMessage {
        interface $Properties {
            groupId?: (string|null);
            axolotlSenderKeyDistributionMessage?: (Uint8Array|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.SenderKeyDistributionMessage.$Properties;
    }
    interface IDeviceListMetadata extends content.DeviceListMetadata.$Properties {
    }
    class DeviceListMetadata {
        constructor(properties?: content.DeviceListMetadata.$Properties);
        $unknowns?: Uint8Array[];
        senderKeyHash?: (Uint8Array|null);
        senderTimestamp?: (number|null);
        senderKeyIndexes: number[];
        recipientKeyHash?: (Uint8Array|null);
        recipientTimestamp?: (number|null);
        recipientKeyIndexes: number[];
        static encode(message: content.DeviceListMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.DeviceListMetadata & content.DeviceListMetadata.$Shape;
    }
    namespace DeviceListMetadata {
        interface $Properties {
            senderKeyHash?: (Uint8Array|null);
            senderTimestamp?: (number|null);
            senderKeyIndexes?: (number[]|null);
            recipientKeyHash?: (Uint8Array|null);
            recipientTimestamp?: (number|null);
            recipientKeyIndexes?: (number[]|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.DeviceListMetadata.$Properties;
    }
    interface IMessageContextInfo extends content.MessageContextInfo.$Properties {
    }
    class MessageContextInfo {
        constructor(properties?: content.MessageContextInfo.$Properties);
        $unknowns?: Uint8Array[];
        deviceListMetadata?: (content.DeviceListMetadata.$Properties|null);
        deviceListMetadataVersion?: (number|null);
        messageSecret?: (Uint8Array|null);
        paddingBytes?: (Uint8Array|null);
        messageAddOnDurationInSecs?: (number|null);
        reportingTokenVersion?: (number|null);
        static encode(message: content.MessageContextInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): content.MessageContextInfo & content.MessageContextInfo.$Shape;
    }
    namespace MessageContextInfo {
        interface $Properties {
            deviceListMetadata?: (content.DeviceListMetadata.$Properties|null);
            deviceListMetadataVersion?: (number|null);
            messageSecret?: (Uint8Array|null);
            paddingBytes?: (Uint8Array|null);
            messageAddOnDurationInSecs?: (number|null);
            reportingTokenVersion?: (number|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = content.MessageContextInfo.$Properties;
    }
}
