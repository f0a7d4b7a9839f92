// Generated from proto/sender-key.proto by scripts/generate-proto.js. Do not edit.
import * as $protobuf from "protobufjs/minimal.js";
export namespace sender_key {
    interface ISenderKeyMessage extends sender_key.SenderKeyMessage.$Properties {
    }
    class SenderKeyMessage {
        constructor(properties?: sender_key.SenderKeyMessage.$Properties);
        $unknowns?: Uint8Array[];
        id?: (number|null);
        iteration?: (number|null);
        ciphertext?: (Uint8Array|null);
        static encode(message: sender_key.SenderKeyMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sender_key.SenderKeyMessage & sender_key.SenderKeyMessage.$Shape;
    }
    namespace SenderKeyMessage {
        interface $Properties {
            id?: (number|null);
            iteration?: (number|null);
            ciphertext?: (Uint8Array|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = sender_key.SenderKeyMessage.$Properties;
    }
    interface ISenderKeyDistribution extends sender_key.SenderKeyDistribution.$Properties {
    }
    class SenderKeyDistribution {
        constructor(properties?: sender_key.SenderKeyDistribution.$Properties);
        $unknowns?: Uint8Array[];
        id?: (number|null);
        iteration?: (number|null);
        chainKey?: (Uint8Array|null);
        signingKey?: (Uint8Array|null);
        static encode(message: sender_key.SenderKeyDistribution.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sender_key.SenderKeyDistribution & sender_key.SenderKeyDistribution.$Shape;
    }
    namespace SenderKeyDistribution {
        interface $Properties {
            id?: (number|null);
            iteration?: (number|null);
            chainKey?: (Uint8Array|null);
            signingKey?: (Uint8Array|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = sender_key.SenderKeyDistribution.$Properties;
    }
}
