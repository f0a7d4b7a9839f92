"""Milestone 3: sessions, content, receipts, retries, push."""
import schemas
from messages import Contents
from mistakes import changed, mistake
from signal_sessions import Sessions
from stanza import node
from tokens import MetaKeys
from user import User


def written(name, change):
    """Texts in another content."""
    mistake(name, contents=changed(Contents, text=lambda _, self, text, reply_to: change(text)))


def wrapped(text):
    """In field 2 of the message that the own devices of an account send each other."""
    inner = schemas.content.Message(conversation=text).SerializeToString()
    outer = b"\x12" + bytes([len(inner)]) + inner
    return b"\xfa\x01" + bytes([len(outer)]) + outer


written("text-without-protobuf", lambda text: text.encode())
written("text-in-wrong-field", lambda text: b"\x22" + schemas.content.Message(conversation=text).SerializeToString()[1:])
written("text-in-latin-1", lambda text: b"\x0a" + bytes([len(text)]) + text.encode("latin-1", "replace"))
written("text-for-own-devices", wrapped)
mistake("padding-missing", pad=staticmethod(lambda data: data))
mistake("padding-of-zeros", pad=staticmethod(lambda data: data + bytes(15) + b"\x10"))
mistake("padding-left-in", unpad=staticmethod(lambda data: data))


def all_as(kind):
    return changed(Sessions, encrypt=lambda encrypt, self, contact, plaintext: (kind, encrypt(self, contact, plaintext)[1]))


def always_new(encrypt, self, contact, plaintext):
    """As if the key of the first message could encrypt the next one too."""
    saved = self.store.sessions[contact]
    sealed = encrypt(self, contact, plaintext)
    self.store.sessions[contact] = saved
    return sealed


mistake("first-message-as-msg", sessions=all_as("msg"))
mistake("later-messages-as-pkmsg", sessions=all_as("pkmsg"))
mistake("session-not-stored", sessions=changed(Sessions, encrypt=always_new))


def user(name, **methods):
    mistake(name, user=changed(User, **methods))


async def nothing(*_):
    pass


async def receipt_for_address(_, self, stanza):
    await self.answer(node("receipt", {"id": stanza.attrs["from"], "to": stanza.attrs["from"]}))


async def read_as_delivered(_, self, contact, ids):
    await self.online().send(node("receipt", {"id": ids[0], "to": contact}))


async def always_first(ask_again, self, stanza, contact, reason):
    self.asked.clear()
    await ask_again(self, stanza, contact, reason)


async def not_asked_again(_, self, stanza, contact, reason):
    self.event("error", code="undecryptable", detail=reason)
    await self.acknowledge(stanza)


async def unanswered_when_offline(take, self, stanza):
    if "offline" not in stanza.attrs:
        await take(self, stanza)


user("receipt-missing", receipt=nothing)
user("receipt-for-wrong-id", receipt=receipt_for_address)
user("read-as-delivered", read=read_as_delivered)
user("retry-not-asked", ask_again=not_asked_again)
user("retry-unanswered", send_again=nothing)
user("retry-count-stays-one", ask_again=always_first)
user("offline-messages-unanswered", take_message=unanswered_when_offline)


class Patient(MetaKeys):
    skew_seconds = 10**9


mistake("push-expiry-unchecked", meta_keys=Patient)
mistake("push-audience-of-whatsapp", meta_keys=changed(MetaKeys, decode=lambda decode, self, token, public, issuer, _: decode(self, token, public, issuer, "whatsapp")))
mistake("push-wakes-nobody", user=changed(User, wake=lambda *_: None))
