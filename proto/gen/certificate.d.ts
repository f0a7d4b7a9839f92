// Generated from proto/certificate.proto by scripts/generate-proto.js. Do not edit.
import * as $protobuf from "protobufjs/minimal.js";
export namespace certificate {
    interface INoiseCertificate extends certificate.NoiseCertificate.$Properties {
    }
    class NoiseCertificate {
        constructor(properties?: certificate.NoiseCertificate.$Properties);
        $unknowns?: Uint8Array[];
        details?: (Uint8Array|null);
        signature?: (Uint8Array|null);
        static encode(message: certificate.NoiseCertificate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): certificate.NoiseCertificate & certificate.NoiseCertificate.$Shape;
    }
    namespace NoiseCertificate {
        interface $Properties {
            details?: (Uint8Array|null);
            signature?: (Uint8Array|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = certificate.NoiseCertificate.$Properties;
        interface IDetails extends certificate.NoiseCertificate.Details.$Properties {
        }
        class Details {
            constructor(properties?: certificate.NoiseCertificate.Details.$Properties);
            $unknowns?: Uint8Array[];
            serial?: (number|null);
            issuerSerial?: (number|null);
            key?: (Uint8Array|null);
            notBefore?: (number|null);
            notAfter?: (number|null);
            static encode(message: certificate.NoiseCertificate.Details.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): certificate.NoiseCertificate.Details & certificate.NoiseCertificate.Details.$Shape;
        }
        namespace Details {
            interface $Properties {
                serial?: (number|null);
                issuerSerial?: (number|null);
                key?: (Uint8Array|null);
                notBefore?: (number|null);
                notAfter?: (number|null);
                $unknowns?: Uint8Array[];
            }
            type $Shape = certificate.NoiseCertificate.Details.$Properties;
        }
    }
    interface ICertChain extends certificate.CertChain.$Properties {
    }
    class CertChain {
        constructor(properties?: certificate.CertChain.$Properties);
        $unknowns?: Uint8Array[];
        leaf?: (certificate.NoiseCertificate.$Properties|null);
        intermediate?: (certificate.NoiseCertificate.$Properties|null);
        static encode(message: certificate.CertChain.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): certificate.CertChain & certificate.CertChain.$Shape;
    }
    namespace CertChain {
        interface $Properties {
            leaf?: (certificate.NoiseCertificate.$Properties|null);
            intermediate?: (certificate.NoiseCertificate.$Properties|null);
            $unknowns?: Uint8Array[];
        }
        type $Shape = certificate.CertChain.$Properties;
    }
}
