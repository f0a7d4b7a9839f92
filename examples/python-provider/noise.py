"""Milestone 2: the Noise handshake and the frames after it (guide: channel.md)."""
import hashlib
import time

from axolotl.ecc.curve import Curve
from axolotl.ecc.djbec import DjbECPublicKey
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import schemas

HEADER = bytes.fromhex("57410603")
NAME = b"Noise_XX_25519_AESGCM_SHA256"


def public_bytes(private):
    return private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def agree(private, public):
    """X25519; refuses a public key that makes the secret all zero."""
    return private.exchange(X25519PublicKey.from_public_bytes(public))


def hkdf(salt, secret, info=b"", length=64):
    return HKDF(hashes.SHA256(), length, salt, info).derive(secret)


def verify_signature(public, message, signature):
    """XEdDSA, as libsignal makes it."""
    return len(signature) == 64 and Curve.verifySignature(DjbECPublicKey(public), message, signature)


class Frames:
    """Cuts frames off a stream of bytes; boundaries of WebSocket messages mean nothing."""

    def __init__(self):
        self.buffer = b""

    def push(self, data):
        self.buffer += data
        while len(self.buffer) >= 3:
            length = int.from_bytes(self.buffer[:3], "big")
            if len(self.buffer) < 3 + length:
                return
            frame, self.buffer = self.buffer[3 : 3 + length], self.buffer[3 + length :]
            yield frame

    @staticmethod
    def frame(body):
        return len(body).to_bytes(3, "big") + body


class Cipher:
    """One direction after the handshake: a key and a counter."""

    def __init__(self, key):
        self.aead = AESGCM(key)
        self.counter = 0

    def nonce(self):
        nonce = bytes(8) + self.counter.to_bytes(4, "big")
        self.counter += 1
        return nonce

    def encrypt(self, plaintext):
        return self.aead.encrypt(self.nonce(), plaintext, b"")

    def decrypt(self, ciphertext):
        return self.aead.decrypt(self.nonce(), ciphertext, b"")


class HandshakeRefused(Exception):
    """The server did not prove who it is."""


class Handshake:
    """The client's side, one step after the other: hello, read_server_hello, finish."""

    def __init__(self, static, ephemeral=None):
        self.static = static
        self.ephemeral = ephemeral or X25519PrivateKey.generate()
        self.h = self.ck = self.initial_hash()
        self.k = None
        self.n = 0
        self.mix_hash(self.prologue())

    def initial_hash(self):
        """The name is shorter than a hash, so it is padded and not hashed."""
        return NAME.ljust(32, b"\0")

    def prologue(self):
        return HEADER

    def mix_hash(self, data):
        self.h = hashlib.sha256(self.h + data).digest()

    def mix_key(self, secret):
        derived = hkdf(self.ck, secret)
        self.ck, self.k, self.n = derived[:32], derived[32:], 0

    def nonce(self):
        nonce = bytes(8) + self.n.to_bytes(4, "big")
        self.n += 1
        return nonce

    def encrypt(self, plaintext):
        ciphertext = AESGCM(self.k).encrypt(self.nonce(), plaintext, self.h)
        self.mix_hash(ciphertext)
        return ciphertext

    def decrypt(self, ciphertext):
        plaintext = AESGCM(self.k).decrypt(self.nonce(), ciphertext, self.h)
        self.mix_hash(ciphertext)
        return plaintext

    def hello(self):
        """ClientHello has no payload, and so nothing more is mixed into the hash."""
        public = public_bytes(self.ephemeral)
        self.mix_hash(public)
        message = schemas.handshake.HandshakeMessage()
        message.client_hello.ephemeral = public
        return message.SerializeToString()

    def read_server_hello(self, data, root_key):
        """Raises an exception unless the server has proved who it is."""
        message = schemas.handshake.HandshakeMessage.FromString(data)
        if not message.HasField("server_hello"):
            raise HandshakeRefused("no ServerHello")
        hello = message.server_hello
        self.server_ephemeral = hello.ephemeral
        self.mix_hash(hello.ephemeral)
        self.mix_key(agree(self.ephemeral, hello.ephemeral))  # ee
        server_static = self.decrypt(hello.static)
        self.mix_key(agree(self.ephemeral, server_static))  # es
        self.verify_certificates(self.decrypt(hello.payload), server_static, root_key)

    def finish(self, payload):
        """ClientFinish, and the ciphers for sending and receiving."""
        message = schemas.handshake.HandshakeMessage()
        message.client_finish.static = self.encrypt(public_bytes(self.static))
        self.mix_key(agree(self.static, self.server_ephemeral))  # se
        message.client_finish.payload = self.encrypt(payload)
        derived = hkdf(self.ck, b"")
        return message.SerializeToString(), Cipher(derived[:32]), Cipher(derived[32:])

    def verify_certificates(self, data, server_static, root_key):
        chain = schemas.certificate.CertChain.FromString(data)
        intermediate = self.certificate(chain.intermediate, root_key, 0)
        leaf = self.certificate(chain.leaf, intermediate.key, intermediate.serial)
        if leaf.key != server_static:
            raise HandshakeRefused("the leaf certificate is for another key")

    def certificate(self, signed, issuer_key, issuer_serial):
        if len(issuer_key) != 32 or not verify_signature(issuer_key, signed.details, signed.signature):
            raise HandshakeRefused("a certificate has a wrong signature")
        details = schemas.certificate.NoiseCertificate.Details.FromString(signed.details)
        if details.issuer_serial != issuer_serial:
            raise HandshakeRefused("a certificate names another issuer")
        if not details.not_before <= time.time() <= details.not_after:
            raise HandshakeRefused("a certificate has expired")
        return details
