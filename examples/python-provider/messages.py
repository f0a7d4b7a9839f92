"""Milestone 3: what a message says, and its padding (guide: content.md, keys-and-sessions.md)."""
import secrets
from dataclasses import dataclass

import schemas

WRAPPERS = (37, 40, 53, 55, 59)
FILES = {"image": "image_message", "video": "video_message", "audio": "audio_message", "voice": "audio_message", "document": "document_message"}
MEDIA_TYPES = {"image": "image", "video": "video", "audio": "audio", "voice": "ptt", "document": "document"}


class BadContent(Exception):
    """It decrypts, and is no message."""


def pad(data):
    length = 1 + secrets.randbelow(16)
    return data + bytes([length]) * length


def unpad(data):
    length = data[-1] if data else 0
    if not 1 <= length <= min(16, len(data)) or data[-length:] != bytes([length]) * length:
        raise BadContent("the padding is wrong")
    return data[:-length]


@dataclass
class Reference:
    """A message by its id and the address of its author."""

    id: str
    author: str
    text: str = ""


class Contents:
    """Writes and reads content protobufs, without padding."""

    def text(self, text, reply_to=None):
        if reply_to is None:
            return schemas.content.Message(conversation=text).SerializeToString()
        message = schemas.content.Message()
        message.extended_text_message.text = text
        self.set_reply(message.extended_text_message.context_info, reply_to)
        return message.SerializeToString()

    def reaction(self, target, from_me, chat, emoji, now_ms):
        message = schemas.content.Message()
        key = message.reaction_message.key
        key.remote_jid, key.from_me, key.id = chat, from_me, target
        message.reaction_message.text = emoji
        message.reaction_message.sender_timestamp_ms = now_ms
        return message.SerializeToString()

    def file(self, kind, described, reply_to=None):
        message = schemas.content.Message()
        file = getattr(message, FILES[kind])
        for name, value in described.items():
            if value is not None:
                setattr(file, name, value)
        if kind == "voice":
            file.ptt = True
        if reply_to is not None:
            self.set_reply(file.context_info, reply_to)
        return message.SerializeToString()

    def set_reply(self, context, reply_to):
        context.stanza_id, context.participant = reply_to.id, reply_to.author
        context.quoted_message.conversation = reply_to.text

    def read(self, data):
        """("text", text, reply), ("reaction", key, emoji), ("file", kind, fields, reply) or ("unknown",)."""
        message = self.parsed(data)
        for _ in range(4):
            inner = self.wrapped(message)
            if inner is None:
                break
            message = self.parsed(inner)
        names = ["conversation", "extended_text_message", "reaction_message", "protocol_message", *set(FILES.values())]
        found = [name for name in names if message.HasField(name)]
        if len(found) > 1:
            raise BadContent("several contents")
        if not found:
            if message.ByteSize() == 0:
                raise BadContent("no content")
            return ("unknown",)
        return self.content(message, found[0])

    def content(self, message, name):
        held = getattr(message, name)
        if name == "conversation":
            return ("text", held, None)
        if name == "extended_text_message":
            if not held.HasField("text"):
                raise BadContent("a text without text")
            return ("text", held.text, self.reply(held))
        if name == "reaction_message":
            if not held.key.id:
                raise BadContent("a reaction to nothing")
            return ("reaction", held.key, held.text)
        if name == "protocol_message":
            return ("unknown",)
        kind = next(kind for kind, field in FILES.items() if field == name)
        if name == "audio_message" and held.ptt:
            kind = "voice"
        if not held.direct_path or any(len(value) != 32 for value in (held.media_key, held.file_sha256, held.file_enc_sha256)):
            raise BadContent("a file without path, key or hashes")
        return ("file", kind, held, self.reply(held))

    def reply(self, held):
        if not held.HasField("context_info") or not held.context_info.stanza_id:
            return None
        return Reference(held.context_info.stanza_id, held.context_info.participant)

    def parsed(self, data):
        try:
            return schemas.content.Message.FromString(data)
        except Exception as error:
            raise BadContent(str(error)) from error

    def wrapped(self, message):
        """The message in field 1 of the only field, if that is a wrapper."""
        unknown = message.UnknownFields()
        wrappers = [each for each in unknown if each.field_number in WRAPPERS and each.wire_type == 2]
        others = [field for field, _ in message.ListFields() if field.number not in (2, 35)]
        if len(wrappers) != 1 or len(unknown) != 1 or others:
            return None
        # Any schema with bytes in field 1 reads it.
        return schemas.handshake.HandshakeMessage.ClientFinish.FromString(wrappers[0].data).static or None
