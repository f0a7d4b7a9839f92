"""Milestone 2: frames, handshake, login."""
import hashlib

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from channel import Channel
from mistakes import changed, mistake
from noise import HEADER, NAME, Cipher, Frames, Handshake, public_bytes


def handshake(name, **methods):
    mistake(name, handshake=changed(Handshake, **methods))


def swapped(mix_key, self, secret):
    mix_key(self, secret)
    self.ck, self.k = self.k, self.ck


def counting_on(mix_key, self, secret):
    count = self.n
    mix_key(self, secret)
    self.n = count


def little_endian(nonce, self):
    return nonce(self)[:8] + nonce_number(self.n - 1)


def nonce_number(count):
    return count.to_bytes(4, "little")


def without_data(_, self, plaintext):
    ciphertext = AESGCM(self.k).encrypt(self.nonce(), plaintext, b"")
    self.mix_hash(ciphertext)
    return ciphertext


def hello_with_payload(hello, self):
    message = hello(self)
    self.mix_hash(b"")
    return message


def hello_with_type_byte(_, self):
    return bytes.fromhex("1223") + b"\x0a\x21\5" + public_bytes(self.ephemeral)


def other_ciphers(change):
    def finish(original, self, payload):
        message, sending, receiving = original(self, payload)
        return message, *change(sending, receiving)

    return finish


def counting_from_one(sending, receiving):
    sending.counter = receiving.counter = 1
    return sending, receiving


class LittleEndianCipher(Cipher):
    def nonce(self):
        self.counter += 1
        return bytes(8) + nonce_number(self.counter - 1)


def little_endian_sending(sending, receiving):
    sending.__class__ = LittleEndianCipher
    return sending, receiving


handshake("handshake-keys-swapped", mix_key=swapped)
handshake("handshake-nonce-little-endian", nonce=little_endian)
handshake("handshake-nonce-not-reset", mix_key=counting_on)
handshake("prologue-missing", prologue=lambda _, self: b"")
handshake("protocol-name-hashed", initial_hash=lambda _, self: hashlib.sha256(NAME).digest())
handshake("empty-payload-hashed", hello=hello_with_payload)
handshake("third-message-without-associated-data", encrypt=without_data)
handshake("ephemeral-with-type-byte", hello=hello_with_type_byte)
handshake("static-key-with-type-byte", encrypt=lambda encrypt, self, plain: encrypt(self, b"\5" + plain if len(plain) == 32 else plain))
handshake("frame-keys-swapped", finish=other_ciphers(lambda sending, receiving: (receiving, sending)))
handshake("frames-counted-from-one", finish=other_ciphers(counting_from_one))
handshake("frame-nonce-little-endian", finish=other_ciphers(little_endian_sending))


def frame(name, form):
    mistake(name, frames=type("Changed", (Frames,), {"frame": staticmethod(form)}))


frame("frame-length-of-two-bytes", lambda body: len(body).to_bytes(2, "big") + body)
frame("frame-length-little-endian", lambda body: len(body).to_bytes(3, "little") + body)
frame("frame-length-with-itself", lambda body: (3 + len(body)).to_bytes(3, "big") + body)
frame("header-before-each-frame", lambda body: HEADER + len(body).to_bytes(3, "big") + body)


def login(name, change):
    """A login with another payload."""

    def payload(original, self):
        message = original(self)
        change(message)
        return message

    mistake(name, channel=changed(Channel, payload=payload))


login("login-without-token", lambda payload: payload.interop_data.ClearField("token"))
login("login-without-product", lambda payload: payload.ClearField("product"))
login("login-with-integrator-id", lambda payload: setattr(payload.interop_data, "account_id", 999))


class OtherKey(Handshake):
    def __init__(self, static, ephemeral=None):
        super().__init__(X25519PrivateKey.generate(), ephemeral)


mistake("static-key-not-enlisted", handshake=OtherKey)
