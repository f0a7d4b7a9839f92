// Generated from proto/*.proto by scripts/generate-proto.js. Do not edit.

/** `type` is a scalar type of protobuf or the name of a message in this table. Enumerations are int32. */
export interface FieldDescription {
  readonly name: string;
  readonly type: string;
  readonly repeated?: boolean;
}

export type FieldTable = Readonly<Record<string, FieldDescription>>;

export const fieldTables: Readonly<Record<string, FieldTable>> = {
  "adv.DeviceIdentity": {
    "1": {
      "name": "raw_id",
      "type": "uint32"
    },
    "2": {
      "name": "timestamp",
      "type": "uint64"
    },
    "3": {
      "name": "key_index",
      "type": "uint32"
    },
    "4": {
      "name": "account_type",
      "type": "uint32"
    },
    "5": {
      "name": "device_type",
      "type": "uint32"
    }
  },
  "adv.SignedDeviceIdentity": {
    "1": {
      "name": "details",
      "type": "bytes"
    },
    "2": {
      "name": "account_signature_key",
      "type": "bytes"
    },
    "3": {
      "name": "account_signature",
      "type": "bytes"
    },
    "4": {
      "name": "device_signature",
      "type": "bytes"
    }
  },
  "adv.SignedDeviceIdentityHmac": {
    "1": {
      "name": "details",
      "type": "bytes"
    },
    "2": {
      "name": "hmac",
      "type": "bytes"
    },
    "3": {
      "name": "account_type",
      "type": "uint32"
    }
  },
  "adv.KeyIndexList": {
    "1": {
      "name": "raw_id",
      "type": "uint32"
    },
    "2": {
      "name": "timestamp",
      "type": "uint64"
    },
    "3": {
      "name": "current_index",
      "type": "uint32"
    },
    "4": {
      "name": "valid_indexes",
      "type": "uint32",
      "repeated": true
    },
    "5": {
      "name": "account_type",
      "type": "uint32"
    }
  },
  "adv.SignedKeyIndexList": {
    "1": {
      "name": "details",
      "type": "bytes"
    },
    "2": {
      "name": "account_signature",
      "type": "bytes"
    },
    "3": {
      "name": "account_signature_key",
      "type": "bytes"
    }
  },
  "certificate.NoiseCertificate": {
    "1": {
      "name": "details",
      "type": "bytes"
    },
    "2": {
      "name": "signature",
      "type": "bytes"
    }
  },
  "certificate.NoiseCertificate.Details": {
    "1": {
      "name": "serial",
      "type": "uint32"
    },
    "2": {
      "name": "issuer_serial",
      "type": "uint32"
    },
    "3": {
      "name": "key",
      "type": "bytes"
    },
    "4": {
      "name": "not_before",
      "type": "uint64"
    },
    "5": {
      "name": "not_after",
      "type": "uint64"
    }
  },
  "certificate.CertChain": {
    "1": {
      "name": "leaf",
      "type": "certificate.NoiseCertificate"
    },
    "2": {
      "name": "intermediate",
      "type": "certificate.NoiseCertificate"
    }
  },
  "client_payload.ClientPayload": {
    "1": {
      "name": "username",
      "type": "uint64"
    },
    "3": {
      "name": "passive",
      "type": "bool"
    },
    "5": {
      "name": "user_agent",
      "type": "client_payload.ClientPayload.UserAgent"
    },
    "7": {
      "name": "push_name",
      "type": "string"
    },
    "9": {
      "name": "session_id",
      "type": "sfixed32"
    },
    "10": {
      "name": "short_connect",
      "type": "bool"
    },
    "12": {
      "name": "connect_type",
      "type": "uint32"
    },
    "13": {
      "name": "connect_reason",
      "type": "uint32"
    },
    "16": {
      "name": "connect_attempt_count",
      "type": "uint32"
    },
    "18": {
      "name": "device",
      "type": "uint32"
    },
    "19": {
      "name": "device_pairing_data",
      "type": "client_payload.ClientPayload.DevicePairingData"
    },
    "20": {
      "name": "product",
      "type": "uint32"
    },
    "23": {
      "name": "oc",
      "type": "bool"
    },
    "24": {
      "name": "lc",
      "type": "int32"
    },
    "33": {
      "name": "pull",
      "type": "bool"
    },
    "34": {
      "name": "padding_bytes",
      "type": "bytes"
    },
    "38": {
      "name": "interop_data",
      "type": "client_payload.ClientPayload.InteropData"
    },
    "41": {
      "name": "lid_db_migrated",
      "type": "bool"
    }
  },
  "client_payload.ClientPayload.UserAgent": {
    "1": {
      "name": "platform",
      "type": "uint32"
    },
    "2": {
      "name": "app_version",
      "type": "client_payload.ClientPayload.UserAgent.AppVersion"
    },
    "3": {
      "name": "mcc",
      "type": "string"
    },
    "4": {
      "name": "mnc",
      "type": "string"
    },
    "5": {
      "name": "os_version",
      "type": "string"
    },
    "6": {
      "name": "manufacturer",
      "type": "string"
    },
    "7": {
      "name": "device",
      "type": "string"
    },
    "8": {
      "name": "os_build_number",
      "type": "string"
    },
    "9": {
      "name": "phone_id",
      "type": "string"
    },
    "10": {
      "name": "release_channel",
      "type": "uint32"
    },
    "11": {
      "name": "locale_language",
      "type": "string"
    },
    "12": {
      "name": "locale_country",
      "type": "string"
    },
    "13": {
      "name": "device_board",
      "type": "string"
    },
    "14": {
      "name": "device_exp_id",
      "type": "string"
    },
    "15": {
      "name": "device_type",
      "type": "uint32"
    },
    "16": {
      "name": "device_model_type",
      "type": "string"
    }
  },
  "client_payload.ClientPayload.UserAgent.AppVersion": {
    "1": {
      "name": "primary",
      "type": "uint32"
    },
    "2": {
      "name": "secondary",
      "type": "uint32"
    },
    "3": {
      "name": "tertiary",
      "type": "uint32"
    },
    "4": {
      "name": "quaternary",
      "type": "uint32"
    },
    "5": {
      "name": "quinary",
      "type": "uint32"
    }
  },
  "client_payload.ClientPayload.InteropData": {
    "1": {
      "name": "account_id",
      "type": "uint64"
    },
    "2": {
      "name": "token",
      "type": "bytes"
    },
    "3": {
      "name": "enable_read_receipts",
      "type": "bool"
    }
  },
  "client_payload.ClientPayload.DevicePairingData": {
    "1": {
      "name": "e_regid",
      "type": "bytes"
    },
    "2": {
      "name": "e_keytype",
      "type": "bytes"
    },
    "3": {
      "name": "e_ident",
      "type": "bytes"
    },
    "4": {
      "name": "e_skey_id",
      "type": "bytes"
    },
    "5": {
      "name": "e_skey_val",
      "type": "bytes"
    },
    "6": {
      "name": "e_skey_sig",
      "type": "bytes"
    },
    "7": {
      "name": "build_hash",
      "type": "bytes"
    },
    "8": {
      "name": "device_props",
      "type": "bytes"
    }
  },
  "content.Message": {
    "1": {
      "name": "conversation",
      "type": "string"
    },
    "2": {
      "name": "sender_key_distribution_message",
      "type": "content.SenderKeyDistributionMessage"
    },
    "3": {
      "name": "image_message",
      "type": "content.ImageMessage"
    },
    "6": {
      "name": "extended_text_message",
      "type": "content.ExtendedTextMessage"
    },
    "7": {
      "name": "document_message",
      "type": "content.DocumentMessage"
    },
    "8": {
      "name": "audio_message",
      "type": "content.AudioMessage"
    },
    "9": {
      "name": "video_message",
      "type": "content.VideoMessage"
    },
    "12": {
      "name": "protocol_message",
      "type": "content.ProtocolMessage"
    },
    "31": {
      "name": "device_sent_message",
      "type": "content.DeviceSentMessage"
    },
    "35": {
      "name": "message_context_info",
      "type": "content.MessageContextInfo"
    },
    "46": {
      "name": "reaction_message",
      "type": "content.ReactionMessage"
    },
    "58": {
      "name": "edited_message",
      "type": "content.FutureProofMessage"
    }
  },
  "content.DeviceSentMessage": {
    "1": {
      "name": "destination_jid",
      "type": "string"
    },
    "2": {
      "name": "message",
      "type": "content.Message"
    }
  },
  "content.FutureProofMessage": {
    "1": {
      "name": "message",
      "type": "content.Message"
    }
  },
  "content.MessageKey": {
    "1": {
      "name": "remote_jid",
      "type": "string"
    },
    "2": {
      "name": "from_me",
      "type": "bool"
    },
    "3": {
      "name": "id",
      "type": "string"
    },
    "4": {
      "name": "participant",
      "type": "string"
    }
  },
  "content.ContextInfo": {
    "1": {
      "name": "stanza_id",
      "type": "string"
    },
    "2": {
      "name": "participant",
      "type": "string"
    },
    "3": {
      "name": "quoted_message",
      "type": "content.Message"
    },
    "4": {
      "name": "remote_jid",
      "type": "string"
    },
    "15": {
      "name": "mentioned_jid",
      "type": "string",
      "repeated": true
    },
    "21": {
      "name": "forwarding_score",
      "type": "uint32"
    },
    "22": {
      "name": "is_forwarded",
      "type": "bool"
    },
    "25": {
      "name": "expiration",
      "type": "uint32"
    }
  },
  "content.ExtendedTextMessage": {
    "1": {
      "name": "text",
      "type": "string"
    },
    "2": {
      "name": "matched_text",
      "type": "string"
    },
    "5": {
      "name": "description",
      "type": "string"
    },
    "6": {
      "name": "title",
      "type": "string"
    },
    "16": {
      "name": "jpeg_thumbnail",
      "type": "bytes"
    },
    "17": {
      "name": "context_info",
      "type": "content.ContextInfo"
    }
  },
  "content.ImageMessage": {
    "1": {
      "name": "url",
      "type": "string"
    },
    "2": {
      "name": "mimetype",
      "type": "string"
    },
    "3": {
      "name": "caption",
      "type": "string"
    },
    "4": {
      "name": "file_sha256",
      "type": "bytes"
    },
    "5": {
      "name": "file_length",
      "type": "uint64"
    },
    "6": {
      "name": "height",
      "type": "uint32"
    },
    "7": {
      "name": "width",
      "type": "uint32"
    },
    "8": {
      "name": "media_key",
      "type": "bytes"
    },
    "9": {
      "name": "file_enc_sha256",
      "type": "bytes"
    },
    "11": {
      "name": "direct_path",
      "type": "string"
    },
    "12": {
      "name": "media_key_timestamp",
      "type": "int64"
    },
    "16": {
      "name": "jpeg_thumbnail",
      "type": "bytes"
    },
    "17": {
      "name": "context_info",
      "type": "content.ContextInfo"
    }
  },
  "content.VideoMessage": {
    "1": {
      "name": "url",
      "type": "string"
    },
    "2": {
      "name": "mimetype",
      "type": "string"
    },
    "3": {
      "name": "file_sha256",
      "type": "bytes"
    },
    "4": {
      "name": "file_length",
      "type": "uint64"
    },
    "5": {
      "name": "seconds",
      "type": "uint32"
    },
    "6": {
      "name": "media_key",
      "type": "bytes"
    },
    "7": {
      "name": "caption",
      "type": "string"
    },
    "8": {
      "name": "gif_playback",
      "type": "bool"
    },
    "9": {
      "name": "height",
      "type": "uint32"
    },
    "10": {
      "name": "width",
      "type": "uint32"
    },
    "11": {
      "name": "file_enc_sha256",
      "type": "bytes"
    },
    "13": {
      "name": "direct_path",
      "type": "string"
    },
    "14": {
      "name": "media_key_timestamp",
      "type": "int64"
    },
    "16": {
      "name": "jpeg_thumbnail",
      "type": "bytes"
    },
    "17": {
      "name": "context_info",
      "type": "content.ContextInfo"
    }
  },
  "content.AudioMessage": {
    "1": {
      "name": "url",
      "type": "string"
    },
    "2": {
      "name": "mimetype",
      "type": "string"
    },
    "3": {
      "name": "file_sha256",
      "type": "bytes"
    },
    "4": {
      "name": "file_length",
      "type": "uint64"
    },
    "5": {
      "name": "seconds",
      "type": "uint32"
    },
    "6": {
      "name": "ptt",
      "type": "bool"
    },
    "7": {
      "name": "media_key",
      "type": "bytes"
    },
    "8": {
      "name": "file_enc_sha256",
      "type": "bytes"
    },
    "9": {
      "name": "direct_path",
      "type": "string"
    },
    "10": {
      "name": "media_key_timestamp",
      "type": "int64"
    },
    "17": {
      "name": "context_info",
      "type": "content.ContextInfo"
    },
    "19": {
      "name": "waveform",
      "type": "bytes"
    }
  },
  "content.DocumentMessage": {
    "1": {
      "name": "url",
      "type": "string"
    },
    "2": {
      "name": "mimetype",
      "type": "string"
    },
    "3": {
      "name": "title",
      "type": "string"
    },
    "4": {
      "name": "file_sha256",
      "type": "bytes"
    },
    "5": {
      "name": "file_length",
      "type": "uint64"
    },
    "6": {
      "name": "page_count",
      "type": "uint32"
    },
    "7": {
      "name": "media_key",
      "type": "bytes"
    },
    "8": {
      "name": "file_name",
      "type": "string"
    },
    "9": {
      "name": "file_enc_sha256",
      "type": "bytes"
    },
    "10": {
      "name": "direct_path",
      "type": "string"
    },
    "11": {
      "name": "media_key_timestamp",
      "type": "int64"
    },
    "16": {
      "name": "jpeg_thumbnail",
      "type": "bytes"
    },
    "17": {
      "name": "context_info",
      "type": "content.ContextInfo"
    },
    "20": {
      "name": "caption",
      "type": "string"
    }
  },
  "content.ReactionMessage": {
    "1": {
      "name": "key",
      "type": "content.MessageKey"
    },
    "2": {
      "name": "text",
      "type": "string"
    },
    "3": {
      "name": "grouping_key",
      "type": "string"
    },
    "4": {
      "name": "sender_timestamp_ms",
      "type": "int64"
    }
  },
  "content.ProtocolMessage": {
    "1": {
      "name": "key",
      "type": "content.MessageKey"
    },
    "2": {
      "name": "type",
      "type": "int32"
    },
    "4": {
      "name": "ephemeral_expiration",
      "type": "uint32"
    },
    "14": {
      "name": "edited_message",
      "type": "content.Message"
    },
    "15": {
      "name": "timestamp_ms",
      "type": "int64"
    }
  },
  "content.SenderKeyDistributionMessage": {
    "1": {
      "name": "group_id",
      "type": "string"
    },
    "2": {
      "name": "axolotl_sender_key_distribution_message",
      "type": "bytes"
    }
  },
  "content.DeviceListMetadata": {
    "1": {
      "name": "sender_key_hash",
      "type": "bytes"
    },
    "2": {
      "name": "sender_timestamp",
      "type": "uint64"
    },
    "3": {
      "name": "sender_key_indexes",
      "type": "uint32",
      "repeated": true
    },
    "8": {
      "name": "recipient_key_hash",
      "type": "bytes"
    },
    "9": {
      "name": "recipient_timestamp",
      "type": "uint64"
    },
    "10": {
      "name": "recipient_key_indexes",
      "type": "uint32",
      "repeated": true
    }
  },
  "content.MessageContextInfo": {
    "1": {
      "name": "device_list_metadata",
      "type": "content.DeviceListMetadata"
    },
    "2": {
      "name": "device_list_metadata_version",
      "type": "int32"
    },
    "3": {
      "name": "message_secret",
      "type": "bytes"
    },
    "4": {
      "name": "padding_bytes",
      "type": "bytes"
    },
    "5": {
      "name": "message_add_on_duration_in_secs",
      "type": "uint32"
    },
    "8": {
      "name": "reporting_token_version",
      "type": "uint32"
    }
  },
  "handshake.HandshakeMessage": {
    "2": {
      "name": "client_hello",
      "type": "handshake.HandshakeMessage.ClientHello"
    },
    "3": {
      "name": "server_hello",
      "type": "handshake.HandshakeMessage.ServerHello"
    },
    "4": {
      "name": "client_finish",
      "type": "handshake.HandshakeMessage.ClientFinish"
    }
  },
  "handshake.HandshakeMessage.ClientHello": {
    "1": {
      "name": "ephemeral",
      "type": "bytes"
    },
    "2": {
      "name": "static",
      "type": "bytes"
    },
    "3": {
      "name": "payload",
      "type": "bytes"
    },
    "4": {
      "name": "use_extended",
      "type": "bool"
    },
    "5": {
      "name": "extended_ciphertext",
      "type": "bytes"
    },
    "6": {
      "name": "padded_bytes",
      "type": "bytes"
    },
    "7": {
      "name": "send_server_hello_padded_bytes",
      "type": "bool"
    },
    "8": {
      "name": "simulate_xxkem_fs",
      "type": "bool"
    },
    "9": {
      "name": "pq_mode",
      "type": "uint32"
    },
    "10": {
      "name": "extended_ephemeral",
      "type": "bytes"
    }
  },
  "handshake.HandshakeMessage.ServerHello": {
    "1": {
      "name": "ephemeral",
      "type": "bytes"
    },
    "2": {
      "name": "static",
      "type": "bytes"
    },
    "3": {
      "name": "payload",
      "type": "bytes"
    },
    "4": {
      "name": "extended_static",
      "type": "bytes"
    },
    "5": {
      "name": "padding_bytes",
      "type": "bytes"
    },
    "6": {
      "name": "extended_ciphertext",
      "type": "bytes"
    }
  },
  "handshake.HandshakeMessage.ClientFinish": {
    "1": {
      "name": "static",
      "type": "bytes"
    },
    "2": {
      "name": "payload",
      "type": "bytes"
    },
    "3": {
      "name": "extended_ciphertext",
      "type": "bytes"
    },
    "4": {
      "name": "padded_bytes",
      "type": "bytes"
    },
    "5": {
      "name": "simulate_xxkem_fs",
      "type": "bool"
    }
  },
  "sender_key.SenderKeyMessage": {
    "1": {
      "name": "id",
      "type": "uint32"
    },
    "2": {
      "name": "iteration",
      "type": "uint32"
    },
    "3": {
      "name": "ciphertext",
      "type": "bytes"
    }
  },
  "sender_key.SenderKeyDistribution": {
    "1": {
      "name": "id",
      "type": "uint32"
    },
    "2": {
      "name": "iteration",
      "type": "uint32"
    },
    "3": {
      "name": "chain_key",
      "type": "bytes"
    },
    "4": {
      "name": "signing_key",
      "type": "bytes"
    }
  },
  "signal_message.Message": {
    "1": {
      "name": "ratchet_key",
      "type": "bytes"
    },
    "2": {
      "name": "counter",
      "type": "uint32"
    },
    "3": {
      "name": "previous_counter",
      "type": "uint32"
    },
    "4": {
      "name": "ciphertext",
      "type": "bytes"
    }
  },
  "signal_message.PreKeyMessage": {
    "1": {
      "name": "pre_key_id",
      "type": "uint32"
    },
    "2": {
      "name": "base_key",
      "type": "bytes"
    },
    "3": {
      "name": "identity_key",
      "type": "bytes"
    },
    "4": {
      "name": "message",
      "type": "bytes"
    },
    "5": {
      "name": "registration_id",
      "type": "uint32"
    },
    "6": {
      "name": "signed_pre_key_id",
      "type": "uint32"
    },
    "7": {
      "name": "kyber_pre_key_id",
      "type": "uint32"
    },
    "8": {
      "name": "kyber_ciphertext",
      "type": "bytes"
    }
  }
};
