// Generated from proto/adv.proto by scripts/generate-proto.js. Do not edit.
import * as $protobuf from "protobufjs/minimal.js";
export namespace adv {
    interface IDeviceIdentity extends adv.DeviceIdentity.$Properties {
    }
    class DeviceIdentity {
        constructor(properties?: adv.DeviceIdentity.$Properties);
        $unknowns?: Uint8Array[];
        rawId?: (number|null);
        timestamp?: (number|null);
        keyIndex?: (number|null);
        accountType?: (number|null);
        deviceType?: (number|null);
        static encode(message: adv.DeviceIdentity.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): adv.DeviceIdentity & adv.DeviceIdentity.$Shape;
    }
    namespace DeviceIdentity {
        interface $Properties {
            rawId?: (number|null);
            timestamp?: (number|null);
            keyIndex?: (number|null);
            accountType?: (number|null);
            deviceType?: (number|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = adv.DeviceIdentity.$Properties;
    }
    interface ISignedDeviceIdentity extends adv.SignedDeviceIdentity.$Properties {
    }
    class SignedDeviceIdentity {
        constructor(properties?: adv.SignedDeviceIdentity.$Properties);
        $unknowns?: Uint8Array[];
        details?: (Uint8Array|null);
        accountSignatureKey?: (Uint8Array|null);
        accountSignature?: (Uint8Array|null);
        deviceSignature?: (Uint8Array|null);
        static encode(message: adv.SignedDeviceIdentity.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): adv.SignedDeviceIdentity & adv.SignedDeviceIdentity.$Shape;
    }
    namespace SignedDeviceIdentity {
        interface $Properties {
            details?: (Uint8Array|null);
            accountSignatureKey?: (Uint8Array|null);
            accountSignature?: (Uint8Array|null);
            deviceSignature?: (Uint8Array|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = adv.SignedDeviceIdentity.$Properties;
    }
    interface ISignedDeviceIdentityHmac extends adv.SignedDeviceIdentityHmac.$Properties {
    }
    class SignedDeviceIdentityHmac {
        constructor(properties?: adv.SignedDeviceIdentityHmac.$Properties);
        $unknowns?: Uint8Array[];
        details?: (Uint8Array|null);
        hmac?: (Uint8Array|null);
        accountType?: (number|null);
        static encode(message: adv.SignedDeviceIdentityHmac.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): adv.SignedDeviceIdentityHmac & adv.SignedDeviceIdentityHmac.$Shape;
    }
    namespace SignedDeviceIdentityHmac {
        interface $Properties {
            details?: (Uint8Array|null);
            hmac?: (Uint8Array|null);
            accountType?: (number|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = adv.SignedDeviceIdentityHmac.$Properties;
    }
    interface IKeyIndexList extends adv.KeyIndexList.$Properties {
    }
    class KeyIndexList {
        constructor(properties?: adv.KeyIndexList.$Properties);
        $unknowns?: Uint8Array[];
        rawId?: (number|null);
        timestamp?: (number|null);
        currentIndex?: (number|null);
        validIndexes: number[];
        accountType?: (number|null);
        static encode(message: adv.KeyIndexList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): adv.KeyIndexList & adv.KeyIndexList.$Shape;
    }
    namespace KeyIndexList {
        interface $Properties {
            rawId?: (number|null);
            timestamp?: (number|null);
            currentIndex?: (number|null);
            validIndexes?: (number[]|null);
            accountType?: (number|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = adv.KeyIndexList.$Properties;
    }
    interface ISignedKeyIndexList extends adv.SignedKeyIndexList.$Properties {
    }
    class SignedKeyIndexList {
        constructor(properties?: adv.SignedKeyIndexList.$Properties);
        $unknowns?: Uint8Array[];
        details?: (Uint8Array|null);
        accountSignature?: (Uint8Array|null);
        accountSignatureKey?: (Uint8Array|null);
        static encode(message: adv.SignedKeyIndexList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): adv.SignedKeyIndexList & adv.SignedKeyIndexList.$Shape;
    }
    namespace SignedKeyIndexList {
        interface $Properties {
            details?: (Uint8Array|null);
            accountSignature?: (Uint8Array|null);
            accountSignatureKey?: (Uint8Array|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = adv.SignedKeyIndexList.$Properties;
    }
}
