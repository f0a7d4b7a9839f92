// Generated from proto/handshake.proto by scripts/generate-proto.js. Do not edit.
import * as $protobuf from "protobufjs/minimal.js";
export namespace handshake {
    interface IHandshakeMessage extends handshake.HandshakeMessage.$Properties {
    }
    class HandshakeMessage {
        constructor(properties?: handshake.HandshakeMessage.$Properties);
        $unknowns?: Uint8Array[];
        clientHello?: (handshake.HandshakeMessage.ClientHello.$Properties|null);
        serverHello?: (handshake.HandshakeMessage.ServerHello.$Properties|null);
        clientFinish?: (handshake.HandshakeMessage.ClientFinish.$Properties|null);
        static encode(message: handshake.HandshakeMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): handshake.HandshakeMessage & handshake.HandshakeMessage.$Shape;
    }
    namespace HandshakeMessage {
        interface $Properties {
            clientHello?: (handshake.HandshakeMessage.ClientHello.$Properties|null);
            serverHello?: (handshake.HandshakeMessage.ServerHello.$Properties|null);
            clientFinish?: (handshake.HandshakeMessage.ClientFinish.$Properties|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = handshake.HandshakeMessage.$Properties;
        interface IClientHello extends handshake.HandshakeMessage.ClientHello.$Properties {
        }
        class ClientHello {
            constructor(properties?: handshake.HandshakeMessage.ClientHello.$Properties);
            $unknowns?: Uint8Array[];
            ephemeral?: (Uint8Array|null);
            static?: (Uint8Array|null);
            payload?: (Uint8Array|null);
            useExtended?: (boolean|null);
            extendedCiphertext?: (Uint8Array|null);
            paddedBytes?: (Uint8Array|null);
            sendServerHelloPaddedBytes?: (boolean|null);
            simulateXxkemFs?: (boolean|null);
            pqMode?: (number|null);
            extendedEphemeral?: (Uint8Array|null);
            static encode(message: handshake.HandshakeMessage.ClientHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): handshake.HandshakeMessage.ClientHello & handshake.HandshakeMessage.ClientHello.$Shape;
        }
        namespace ClientHello {
            interface $Properties {
                ephemeral?: (Uint8Array|null);
                "static"?: (Uint8Array|null);
                payload?: (Uint8Array|null);
                useExtended?: (boolean|null);
                extendedCiphertext?: (Uint8Array|null);
                paddedBytes?: (Uint8Array|null);
                sendServerHelloPaddedBytes?: (boolean|null);
                simulateXxkemFs?: (boolean|null);
                pqMode?: (number|null);
                extendedEphemeral?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = handshake.HandshakeMessage.ClientHello.$Properties;
        }
        interface IServerHello extends handshake.HandshakeMessage.ServerHello.$Properties {
        }
        class ServerHello {
            constructor(properties?: handshake.HandshakeMessage.ServerHello.$Properties);
            $unknowns?: Uint8Array[];
            ephemeral?: (Uint8Array|null);
            static?: (Uint8Array|null);
            payload?: (Uint8Array|null);
            extendedStatic?: (Uint8Array|null);
            paddingBytes?: (Uint8Array|null);
            extendedCiphertext?: (Uint8Array|null);
            static encode(message: handshake.HandshakeMessage.ServerHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): handshake.HandshakeMessage.ServerHello & handshake.HandshakeMessage.ServerHello.$Shape;
        }
        namespace ServerHello {
            interface $Properties {
                ephemeral?: (Uint8Array|null);
                "static"?: (Uint8Array|null);
                payload?: (Uint8Array|null);
                extendedStatic?: (Uint8Array|null);
                paddingBytes?: (Uint8Array|null);
                extendedCiphertext?: (Uint8Array|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = handshake.HandshakeMessage.ServerHello.$Properties;
        }
        interface IClientFinish extends handshake.HandshakeMessage.ClientFinish.$Properties {
        }
        class ClientFinish {
            constructor(properties?: handshake.HandshakeMessage.ClientFinish.$Properties);
            $unknowns?: Uint8Array[];
            static?: (Uint8Array|null);
            payload?: (Uint8Array|null);
            extendedCiphertext?: (Uint8Array|null);
            paddedBytes?: (Uint8Array|null);
            simulateXxkemFs?: (boolean|null);
            static encode(message: handshake.HandshakeMessage.ClientFinish.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): handshake.HandshakeMessage.ClientFinish & handshake.HandshakeMessage.ClientFinish.$Shape;
        }
        namespace ClientFinish {
            interface $Properties {
                "static"?: (Uint8Array|null);
                payload?: (Uint8Array|null);
                extendedCiphertext?: (Uint8Array|null);
                paddedBytes?: (Uint8Array|null);
                simulateXxkemFs?: (boolean|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = handshake.HandshakeMessage.ClientFinish.$Properties;
        }
    }
}
