"""Milestone 2: stanzas and their binary form (guide: stanza-encoding.md)."""
import json
import pathlib
import re
import zlib
from dataclasses import dataclass, field

SERVER = "s.whatsapp.net"
_dictionary = json.loads((pathlib.Path(__file__).parent / "dictionary.json").read_text())
SINGLE, DOUBLE = _dictionary["single"], _dictionary["double"]
WORDS = {word: bytes([at]) for at, word in enumerate(SINGLE) if at > 0}
WORDS.update({word: bytes([236 + table, at]) for table, words in enumerate(DOUBLE) for at, word in enumerate(words)})

LIST_EMPTY, INTEROP, MESSENGER, DEVICE, LIST8, LIST16, PAIR = 0, 245, 246, 247, 248, 249, 250
HEX, BYTES8, BYTES20, BYTES32, DIGITS = 251, 252, 253, 254, 255
ALPHABETS = {DIGITS: "0123456789-.", HEX: "0123456789ABCDEF"}
DOMAINS = {0: SERVER, 1: "lid", 128: "hosted", 129: "hosted.lid"}
SERVERS = [SERVER, "lid", "g.us", "interop", "msgr", "hosted", "hosted.lid", "broadcast", "newsletter", "call", "c.us"]
ADDRESS = re.compile(r"(?:(\d+)-)?([^@:]+?)(?::(\d+))?@(%s)" % "|".join(map(re.escape, SERVERS)))
INTEROP_TEXT = bytes([BYTES8, 7]) + b"interop"

MAX_INFLATED, MAX_DEPTH, MAX_NODES, MAX_ATTRIBUTES = 16 * 2**20, 32, 65536, 64


class Malformed(Exception):
    pass


@dataclass
class Node:
    tag: str
    attrs: dict = field(default_factory=dict)
    #: None, a list of nodes, or bytes.
    content: object = None

    def child(self, tag):
        return next((child for child in self.children if child.tag == tag), None)

    @property
    def children(self):
        return self.content if isinstance(self.content, list) else []

    @property
    def data(self):
        return self.content if isinstance(self.content, bytes) else b""


def node(tag, attrs=None, content=None):
    """A node without the attributes that are None."""
    return Node(tag, {name: value for name, value in (attrs or {}).items() if value is not None}, content)


class Writer:
    def write(self, stanza):
        """The plaintext of a frame: a flag byte and the node."""
        return b"\0" + self.node(stanza)

    def node(self, subject):
        size = 1 + 2 * len(subject.attrs) + (subject.content not in (None, []))
        out = self.list_start(size) + self.word(subject.tag)
        for name, value in subject.attrs.items():
            out += self.word(name) + self.value(name, value)
        if isinstance(subject.content, bytes):
            out += self.raw(subject.content)
        elif subject.content:
            out += self.list_start(len(subject.content)) + b"".join(map(self.node, subject.content))
        return out

    def list_start(self, size):
        return bytes([LIST8, size]) if size < 256 else bytes([LIST16]) + size.to_bytes(2, "big")

    def value(self, name, text):
        # The server's own address is an address without a user, and not the bare word.
        if name in ("to", "from", "jid") and text in SERVERS:
            return bytes([PAIR, LIST_EMPTY]) + self.word(text)
        if text in WORDS:
            return WORDS[text]
        return self.address(text) or self.word(text)

    def address(self, text):
        found = ADDRESS.fullmatch(text)
        if not found:
            return None
        integrator, user, device, server = found.groups()
        device = int(device or 0)
        if server == "interop" and integrator:
            numbers = device.to_bytes(2, "big") + int(integrator).to_bytes(2, "big")
            return bytes([INTEROP]) + self.word(user) + numbers + self.word(server)
        user = f"{integrator}-{user}" if integrator else user
        if server == "msgr":
            return bytes([MESSENGER]) + self.word(user) + device.to_bytes(2, "big") + self.word(server)
        if device == 0:
            return bytes([PAIR]) + self.word(user) + self.word(server)
        domain = next((number for number, name in DOMAINS.items() if name == server), None)
        return None if domain is None else bytes([DEVICE, domain, device]) + self.word(user)

    def word(self, text):
        if text in WORDS:
            return WORDS[text]
        for token, alphabet in ALPHABETS.items():
            if 0 < len(text) <= 127 and all(character in alphabet for character in text):
                return bytes([token]) + self.packed(text, alphabet)
        return self.raw(text.encode())

    def packed(self, text, alphabet):
        values = [alphabet.index(character) for character in text]
        odd = len(values) % 2
        values += [15] * odd
        pairs = bytes(high << 4 | low for high, low in zip(values[::2], values[1::2]))
        return bytes([len(pairs) | odd << 7]) + pairs

    def raw(self, data):
        length = len(data)
        if length < 256:
            return bytes([BYTES8, length]) + data
        if length < 2**20:
            return bytes([BYTES20]) + length.to_bytes(3, "big") + data
        return bytes([BYTES32]) + length.to_bytes(4, "big") + data


class Reader:
    """Reads the plaintext of one frame. Raises Malformed and nothing else, for every input."""

    def __init__(self, plaintext):
        self.data = self.unpack(plaintext)
        self.at = 0
        self.nodes = 0

    @classmethod
    def read(cls, plaintext):
        try:
            reader = cls(plaintext)
            stanza = reader.node(1)
        except (IndexError, UnicodeDecodeError, zlib.error) as error:
            raise Malformed(str(error)) from error
        if reader.at != len(reader.data):
            raise Malformed("bytes follow the stanza")
        return stanza

    def unpack(self, plaintext):
        flag, body = plaintext[0], plaintext[1:]
        if flag == 0:
            return body
        if flag != 2:
            raise Malformed(f"flag byte {flag}")
        stream = zlib.decompressobj()
        inflated = stream.decompress(body, MAX_INFLATED)
        if not stream.eof or stream.unused_data:
            raise Malformed("too large, or no whole zlib stream")
        return inflated

    def take(self, length):
        if self.at + length > len(self.data):
            raise Malformed("the stanza is cut off")
        self.at += length
        return self.data[self.at - length : self.at]

    def number(self, width):
        return int.from_bytes(self.take(width), "big")

    def node(self, depth):
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise Malformed("too deep, or too many nodes")
        size = self.list_size(self.number(1))
        if size == 0 or (size - 1) // 2 > MAX_ATTRIBUTES:
            raise Malformed(f"a node of {size} parts")
        tag = self.text(self.number(1))
        if tag == "":
            raise Malformed("an empty tag")
        attrs = {}
        for _ in range((size - 1) // 2):
            name = self.text(self.number(1))
            if name in attrs:
                raise Malformed(f"attribute {name} twice")
            attrs[name] = self.value(self.number(1))
        return Node(tag, attrs, self.content(depth) if size % 2 == 0 else None)

    def content(self, depth):
        token = self.number(1)
        if token in (LIST_EMPTY, LIST8, LIST16):
            return [self.node(depth + 1) for _ in range(self.list_size(token))] or None
        if token in (BYTES8, BYTES20, BYTES32):
            return self.take(self.length(token))
        return self.value(token).encode()

    def list_size(self, token):
        if token == LIST_EMPTY:
            return 0
        if token not in (LIST8, LIST16):
            raise Malformed(f"byte {token} starts no list")
        return self.number(1 if token == LIST8 else 2)

    def value(self, token):
        if token == PAIR:
            user, server = self.text(self.number(1)), self.part()
            return f"{user}@{server}" if user else server
        if token == DEVICE:
            domain, device = self.number(1), self.number(1)
            return self.address(self.part(), device, DOMAINS.get(domain, f"{domain}"))
        if token == INTEROP:
            user, device, integrator = self.part(), self.number(2), self.number(2)
            # Some writers leave the server out.
            if self.data[self.at : self.at + len(INTEROP_TEXT)] == INTEROP_TEXT:
                self.at += len(INTEROP_TEXT)
            return self.address(f"{integrator}-{user}" if integrator else user, device, "interop")
        if token == MESSENGER:
            user, device = self.part(), self.number(2)
            return self.address(user, device, self.part())
        return self.text(token)

    def part(self):
        text = self.text(self.number(1))
        if text == "":
            raise Malformed("an address lacks a part")
        return text

    def address(self, user, device, server):
        return f"{user}:{device}@{server}" if device else f"{user}@{server}"

    def text(self, token):
        if token == LIST_EMPTY:
            return ""
        if token < 236:
            return SINGLE[token]
        if token < 240:
            return DOUBLE[token - 236][self.number(1)]
        if token in ALPHABETS:
            return self.packed(ALPHABETS[token])
        if token in (BYTES8, BYTES20, BYTES32):
            return self.take(self.length(token)).decode()
        raise Malformed(f"byte {token} starts no text")

    def length(self, token):
        if token == BYTES20:
            return self.number(3) & 0xFFFFF
        return self.number(1 if token == BYTES8 else 4)

    def packed(self, alphabet):
        head = self.number(1)
        values = [half for byte in self.take(head & 0x7F) for half in (byte >> 4, byte & 15)]
        return "".join(alphabet[value] for value in (values[:-1] if head & 0x80 else values))
