"""Milestone 3: the keys of a user's device and the Signal sessions (guide: keys-and-sessions.md), on python-axolotl."""
from dataclasses import dataclass

from axolotl.duplicatemessagexception import DuplicateMessageException
from axolotl.ecc.curve import Curve
from axolotl.ecc.djbec import DjbECPrivateKey, DjbECPublicKey
from axolotl.ecc.eckeypair import ECKeyPair
from axolotl.identitykey import IdentityKey
from axolotl.identitykeypair import IdentityKeyPair
from axolotl.protocol.prekeywhispermessage import PreKeyWhisperMessage
from axolotl.protocol.whispermessage import WhisperMessage
from axolotl.protocol.whisperprotos_pb2 import PreKeyWhisperMessage as PreKeyFields
from axolotl.sessionbuilder import SessionBuilder
from axolotl.sessioncipher import SessionCipher
from axolotl.state.prekeybundle import PreKeyBundle
from axolotl.state.prekeyrecord import PreKeyRecord
from axolotl.state.sessionrecord import SessionRecord
from axolotl.state.signedprekeyrecord import SignedPreKeyRecord
from axolotl.util.keyhelper import KeyHelper
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from noise import public_bytes, verify_signature


class Undecryptable(Exception):
    pass


class Duplicate(Exception):
    """The message was opened before."""


class WrongBundle(Exception):
    """Nothing may be encrypted to these keys."""


@dataclass
class PreKey:
    id: int
    public: bytes


@dataclass
class SignedPreKey(PreKey):
    signature: bytes


@dataclass
class Bundle:
    registration_id: int
    identity: bytes
    signed_pre_key: SignedPreKey
    pre_key: object = None


def point(public):
    return DjbECPublicKey(public)


class Keys:
    """Everything that one device keeps secret, apart from its sessions."""

    def __init__(self):
        self.channel = X25519PrivateKey.generate()
        self.identity = KeyHelper.generateIdentityKeyPair()
        self.registration_id = KeyHelper.generateRegistrationId()
        self.signed_pre_keys = {}
        self.pre_keys = {}
        self.next_pre_key_id = 1
        self.rotate()

    @classmethod
    def from_vectors(cls, device, bundle):
        """The keys of a device of session.json."""
        pair = lambda found: ECKeyPair(
            DjbECPublicKey(bytes.fromhex(found["publicKey"])), DjbECPrivateKey(bytes.fromhex(found["privateKey"]))
        )
        keys = cls()
        identity = pair(device["identity"])
        keys.identity = IdentityKeyPair(IdentityKey(identity.getPublicKey()), identity.getPrivateKey())
        keys.registration_id = device["registrationId"]
        signed = bundle["signedPreKey"]
        record = SignedPreKeyRecord(signed["id"], 0, pair(device["signedPreKey"]), bytes.fromhex(signed["signature"]))
        keys.signed_pre_keys = {signed["id"]: record}
        if "preKey" in bundle:
            keys.pre_keys = {bundle["preKey"]["id"]: PreKeyRecord(bundle["preKey"]["id"], pair(device["preKey"]))}
        return keys

    @property
    def channel_public(self):
        return public_bytes(self.channel)

    @property
    def identity_public(self):
        return self.identity.getPublicKey().getPublicKey().serialize()[1:]

    def rotate(self):
        """A new signed pre-key. The old ones stay, because messages that were made with them may still come."""
        next_id = max(self.signed_pre_keys, default=0) + 1
        pair = Curve.generateKeyPair()
        signature = self.sign(pair.getPublicKey().serialize())
        self.signed_pre_keys[next_id] = SignedPreKeyRecord(next_id, 0, pair, signature)

    def sign(self, message):
        return Curve.calculateSignature(self.identity.getPrivateKey(), message)

    def signed_pre_key(self):
        record = self.signed_pre_keys[max(self.signed_pre_keys)]
        return SignedPreKey(record.getId(), record.getKeyPair().getPublicKey().serialize()[1:], record.getSignature())

    def new_pre_keys(self, count):
        """Their ids never come back."""
        made = []
        for _ in range(count):
            pair, key_id = Curve.generateKeyPair(), self.next_pre_key_id
            self.next_pre_key_id += 1
            self.pre_keys[key_id] = PreKeyRecord(key_id, pair)
            made.append(PreKey(key_id, pair.getPublicKey().serialize()[1:]))
        return made


class Store:
    """What python-axolotl asks for. Changes count only once the message was opened: see `commit`."""

    def __init__(self, keys):
        self.keys = keys
        self.sessions = {}
        self.identities = {}
        self.pending_sessions = {}
        self.pending_identities = {}
        self.used_pre_key = None

    def begin(self):
        self.pending_sessions, self.pending_identities, self.used_pre_key = {}, {}, None

    def commit(self):
        """Returns the contacts whose identity has changed."""
        changed = [who for who, key in self.pending_identities.items() if self.identities.get(who, key) != key]
        self.identities.update(self.pending_identities)
        self.sessions.update(self.pending_sessions)
        self.keys.pre_keys.pop(self.used_pre_key, None)
        return changed

    def getIdentityKeyPair(self):
        return self.keys.identity

    def getLocalRegistrationId(self):
        return self.keys.registration_id

    def saveIdentity(self, contact, identity):
        self.pending_identities[contact] = identity.getPublicKey().serialize()

    def isTrustedIdentity(self, contact, identity):
        return True  # Changes are reported to the user, and not refused.

    def loadPreKey(self, key_id):
        return self.keys.pre_keys[key_id]

    def removePreKey(self, key_id):
        self.used_pre_key = key_id

    def loadSignedPreKey(self, key_id):
        return self.keys.signed_pre_keys[key_id]

    def loadSession(self, contact, device):
        stored = self.sessions.get(contact)
        return SessionRecord(serialized=stored) if stored else SessionRecord()

    def storeSession(self, contact, device, record):
        self.pending_sessions[contact] = record.serialize()

    def containsSession(self, contact, device):
        return contact in self.sessions


class Sessions:
    """The sessions of one user, by the address of the contact without device."""

    def __init__(self, keys):
        self.keys = keys
        self.store = Store(keys)
        #: Contacts with a new identity key, for the user to hear of.
        self.changed = []

    def cipher(self, contact):
        return SessionCipher(self.store, self.store, self.store, self.store, contact, 0)

    def known(self, contact):
        return contact in self.store.sessions

    def forget(self, contact):
        self.store.sessions.pop(contact, None)
        self.store.identities.pop(contact, None)

    def registration_id(self, contact):
        """That of the contact, as the session has it."""
        # The library's own getter of this number cannot be called.
        return self.store.loadSession(contact, 0).getSessionState().getStructure().remoteRegistrationId

    def open(self, contact, bundle):
        signed = bundle.signed_pre_key
        if len(bundle.identity) != 32 or len(signed.public) != 32 or (bundle.pre_key and len(bundle.pre_key.public) != 32):
            raise WrongBundle("a key of another length than 32 bytes")
        if not verify_signature(bundle.identity, b"\5" + signed.public, signed.signature):
            raise WrongBundle("the signature of the signed pre-key does not verify")
        pre_key = bundle.pre_key
        self.store.begin()
        SessionBuilder(self.store, self.store, self.store, self.store, contact, 0).processPreKeyBundle(
            PreKeyBundle(
                bundle.registration_id,
                0,
                pre_key and pre_key.id,
                pre_key and point(pre_key.public),
                signed.id,
                point(signed.public),
                signed.signature,
                IdentityKey(point(bundle.identity)),
            )
        )
        self.changed += self.store.commit()

    def encrypt(self, contact, plaintext):
        """The type of the `enc`, and its bytes."""
        self.store.begin()
        message = self.cipher(contact).encrypt(plaintext)
        self.store.commit()
        return "pkmsg" if isinstance(message, PreKeyWhisperMessage) else "msg", message.serialize()

    def decrypt(self, contact, kind, data):
        self.store.begin()
        try:
            if kind == "pkmsg":
                plaintext = self.cipher(contact).decryptPkmsg(self.pre_key_message(data))
            else:
                plaintext = self.cipher(contact).decryptMsg(WhisperMessage(serialized=data))
        except DuplicateMessageException as error:
            raise Duplicate(str(error)) from error
        except Exception as error:  # The library throws many kinds for bytes that are no message of this session.
            raise Undecryptable(f"{type(error).__name__}: {error}") from error
        self.changed += self.store.commit()
        return bytes(plaintext)

    def pre_key_message(self, data):
        message = PreKeyWhisperMessage(serialized=data)
        # The library takes an absent id for key 0.
        if not PreKeyFields.FromString(data[1:]).HasField("preKeyId"):
            message.preKeyId = None
        return message
