"""Milestone 2: the binary form, requests and their answers."""
import zlib

from channel import Channel
from mistakes import changed, mistake
from stanza import DOUBLE, SINGLE, Writer, node
from user import User


def writer(name, **methods):
    mistake(name, writer=changed(Writer, **methods))


def shifted(word, self, text):
    """As if the list began with its first word instead of with the empty one."""
    return bytes([SINGLE.index(text) - 1]) if text in SINGLE[2:] else word(self, text)


def exchanged(word, self, text):
    """Index and table of the words of two bytes in the wrong order."""
    at = next((bytes([words.index(text), 236 + table]) for table, words in enumerate(DOUBLE) if text in words), None)
    return at if text not in SINGLE and at else word(self, text)


writer("flag-byte-missing", write=lambda write, self, stanza: write(self, stanza)[1:])
writer("compressed-without-flag", write=lambda write, self, stanza: b"\0" + zlib.compress(write(self, stanza)[1:]))
writer("dictionary-off-by-one", word=shifted)
writer("list-size-without-values", list_start=lambda start, self, size: start(self, 1 + size // 2))


def user(name, **methods):
    mistake(name, user=changed(User, **methods))


async def nothing(*_):
    pass


async def without_answer(take, self, stanza):
    if stanza.attrs.get("type") in ("result", "error"):
        await take(self, stanza)


def upload(name, change):
    """Keys with another form in the upload."""
    user(name, key_node=lambda key_node, self, key: change(key_node(self, key), key))


user("ack-missing", acknowledge=nothing)
mistake("ping-unanswered", channel=changed(Channel, take_iq=without_answer))
mistake("request-ids-repeat", channel=changed(Channel, next_id=lambda _, self: "1"))
upload("pre-key-id-of-four-bytes", lambda found, key: node("key", {}, [node("id", {}, key.id.to_bytes(4, "big")), *found.content[1:]]))
upload("pre-key-id-as-text", lambda found, key: node("key", {}, [node("id", {}, str(key.id).encode()), *found.content[1:]]))
upload("pre-key-with-type-byte", lambda found, key: node("key", {}, [found.content[0], node("value", {}, b"\5" + key.public)]))
