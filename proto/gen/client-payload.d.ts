// Generated from proto/client-payload.proto by scripts/generate-proto.js. Do not edit.
import * as $protobuf from "protobufjs/minimal.js";
export namespace client_payload {
    interface IClientPayload extends client_payload.ClientPayload.$Properties {
    }
    class ClientPayload {
        constructor(properties?: client_payload.ClientPayload.$Properties);
        $unknowns?: Uint8Array[];
        username?: (number|null);
        passive?: (boolean|null);
        userAgent?: (client_payload.ClientPayload.UserAgent.$Properties|null);
        pushName?: (string|null);
        sessionId?: (number|null);
        shortConnect?: (boolean|null);
        connectType?: (number|null);
        connectReason?: (number|null);
        connectAttemptCount?: (number|null);
        device?: (number|null);
        devicePairingData?: (client_payload.ClientPayload.DevicePairingData.$Properties|null);
        product?: (number|null);
        oc?: (boolean|null);
        lc?: (number|null);
        pull?: (boolean|null);
        paddingBytes?: (Uint8Array|null);
        interopData?: (client_payload.ClientPayload.InteropData.$Properties|null);
        lidDbMigrated?: (boolean|null);
        static encode(message: client_payload.ClientPayload.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client_payload.ClientPayload & client_payload.ClientPayload.$Shape;
    }
    namespace ClientPayload {
        interface $Properties {
            username?: (number|null);
            passive?: (boolean|null);
            userAgent?: (client_payload.ClientPayload.UserAgent.$Properties|null);
            pushName?: (string|null);
            sessionId?: (number|null);
            shortConnect?: (boolean|null);
            connectType?: (number|null);
            connectReason?: (number|null);
            connectAttemptCount?: (number|null);
            device?: (number|null);
            devicePairingData?: (client_payload.ClientPayload.DevicePairingData.$Properties|null);
            product?: (number|null);
            oc?: (boolean|null);
            lc?: (number|null);
            pull?: (boolean|null);
            paddingBytes?: (Uint8Array|null);
            interopData?: (client_payload.ClientPayload.InteropData.$Properties|null);
            lidDbMigrated?: (boolean|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = client_payload.ClientPayload.$Properties;
        interface IUserAgent extends client_payload.ClientPayload.UserAgent.$Properties {
        }
        class UserAgent {
            constructor(properties?: client_payload.ClientPayload.UserAgent.$Properties);
            $unknowns?: Uint8Array[];
            platform?: (number|null);
            appVersion?: (client_payload.ClientPayload.UserAgent.AppVersion.$Properties|null);
            mcc?: (string|null);
            mnc?: (string|null);
            osVersion?: (string|null);
            manufacturer?: (string|null);
            device?: (string|null);
            osBuildNumber?: (string|null);
            phoneId?: (string|null);
            releaseChannel?: (number|null);
            localeLanguage?: (string|null);
            localeCountry?: (string|null);
            deviceBoard?: (string|null);
            deviceExpId?: (string|null);
            deviceType?: (number|null);
            deviceModelType?: (string|null);
            static encode(message: client_payload.ClientPayload.UserAgent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client_payload.ClientPayload.UserAgent & client_payload.ClientPayload.UserAgent.$Shape;
        }
        namespace UserAgent {
            interface $Properties {
                platform?: (number|null);
                appVersion?: (client_payload.ClientPayload.UserAgent.AppVersion.$Properties|null);
                mcc?: (string|null);
                mnc?: (string|null);
                osVersion?: (string|null);
                manufacturer?: (string|null);
                device?: (string|null);
                osBuildNumber?: (string|null);
                phoneId?: (string|null);
                releaseChannel?: (number|null);
                localeLanguage?: (string|null);
                localeCountry?: (string|null);
                deviceBoard?: (string|null);
                deviceExpId?: (string|null);
                deviceType?: (number|null);
                deviceModelType?: (string|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = client_payload.ClientPayload.UserAgent.$Properties;
            interface IAppVersion extends client_payload.ClientPayload.UserAgent.AppVersion.$Properties {
            }
            class AppVersion {
                constructor(properties?: client_payload.ClientPayload.UserAgent.AppVersion.$Properties);
                $unknowns?: Uint8Array[];
                primary?: (number|null);
                secondary?: (number|null);
                tertiary?: (number|null);
                quaternary?: (number|null);
                quinary?: (number|null);
                static encode(message: client_payload.ClientPayload.UserAgent.AppVersion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client_payload.ClientPayload.UserAgent.AppVersion & client_payload.ClientPayload.UserAgent.AppVersion.$Shape;
            }
            namespace AppVersion {
                interface $Properties {
                    primary?: (number|null);
                    secondary?: (number|null);
                    tertiary?: (number|null);
                    quaternary?: (number|null);
                    quinary?: (number|null);
                    $unknowns?: Uint8Array[];
                }
                type $Shape = client_payload.ClientPayload.UserAgent.AppVersion.$Properties;
            }
        }
        interface IInteropData extends client_payload.ClientPayload.InteropData.$Properties {
        }
        class InteropData {
            constructor(properties?: client_payload.ClientPayload.InteropData.$Properties);
            $unknowns?: Uint8Array[];
            accountId?: (number|null);
            token?: (Uint8Array|null);
            enableReadReceipts?: (boolean|null);
            static encode(message: client_payload.ClientPayload.InteropData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client_payload.ClientPayload.InteropData & client_payload.ClientPayload.InteropData.$Shape;
        }
        namespace InteropData {
            interface $Properties {
                accountId?: (number|null);
                token?: (Uint8Array|null);
                enableReadReceipts?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = client_payload.ClientPayload.InteropData.$Properties;
        }
        interface IDevicePairingData extends client_payload.ClientPayload.DevicePairingData.$Properties {
        }
        class DevicePairingData {
            constructor(properties?: client_payload.ClientPayload.DevicePairingData.$Properties);
            $unknowns?: Uint8Array[];
            eRegid?: (Uint8Array|null);
            eKeytype?: (Uint8Array|null);
            eIdent?: (Uint8Array|null);
            eSkeyId?: (Uint8Array|null);
            eSkeyVal?: (Uint8Array|null);
            eSkeySig?: (Uint8Array|null);
            buildHash?: (Uint8Array|null);
            deviceProps?: (Uint8Array|null);
            static encode(message: client_payload.ClientPayload.DevicePairingData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client_payload.ClientPayload.DevicePairingData & client_payload.ClientPayload.DevicePairingData.$Shape;
        }
        namespace DevicePairingData {
            interface $Properties {
                eRegid?: (Uint8Array|null);
                eKeytype?: (Uint8Array|null);
                eIdent?: (Uint8Array|null);
                eSkeyId?: (Uint8Array|null);
                eSkeyVal?: (Uint8Array|null);
                eSkeySig?: (Uint8Array|null);
                buildHash?: (Uint8Array|null);
                deviceProps?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = client_payload.ClientPayload.DevicePairingData.$Properties;
        }
    }
}
