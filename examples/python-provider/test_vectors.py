"""Holds this provider against the known answers of the guide: python3 test_vectors.py ../../docs/implementing/vectors"""
import json
import pathlib
import sys
import unittest

import jwt
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

import media
import messages
import noise
import schemas
import signal_sessions
import stanza
from enlistment import Enlistment

folder = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else "vectors")


def cases(name):
    return json.loads((folder / f"{name}.json").read_text())["cases"]


def tree(found):
    """A stanza in the JSON of the vectors."""
    import base64

    content = found.get("children")
    if content is not None:
        content = [tree(child) for child in content]
    elif "bytes" in found:
        content = base64.b64decode(found["bytes"])
    elif "text" in found:
        content = found["text"].encode()
    return stanza.Node(found["tag"], found["attrs"], content)


class Vectors(unittest.TestCase):
    def test_tokens(self):
        keys, token, push, _ = cases("tokens")
        public = jwt.PyJWK(keys["body"]["keys"][0]).key
        for case in (token, push):
            options = {"verify_exp": False, "verify_aud": False, "verify_iat": False}
            self.assertEqual(jwt.decode(case["token"], public, algorithms=["RS256"], options=options), case["claims"])
        private = jwt.algorithms.RSAAlgorithm.from_jwk(keys["privateKey"])
        made = jwt.encode(token["claims"], private, algorithm="RS256", headers={"kid": "vector-key"})
        self.assertEqual(jwt.get_unverified_header(made)["kid"], token["header"]["kid"])

    def test_enlistment(self):
        (case,) = cases("enlistment")

        class Keys:
            channel_public = bytes.fromhex(case["keys"]["channel"]["publicKey"])
            identity_public = bytes.fromhex(case["keys"]["identity"]["publicKey"])
            registration_id = case["registrationId"]

            @staticmethod
            def signed_pre_key():
                public = bytes.fromhex(case["keys"]["signedPreKey"]["publicKey"])
                return signal_sessions.SignedPreKey(case["signedPreKeyId"], public, bytes.fromhex(case["arguments"]["e_skey_sig"]))

        self.assertEqual(Enlistment().form(Keys, case["arguments"]["token"]), case["body"])

    def test_signatures(self):
        for case in cases("xeddsa"):
            public, message, signature = (bytes.fromhex(case[name]) for name in ("publicKey", "message", "signature"))
            self.assertEqual(bool(noise.verify_signature(public, message, signature)), case["valid"], case["name"])

    def test_handshake(self):
        (case,) = cases("noise")
        keys, messages_, transport = case["keys"], case["messages"], case["transport"]
        private = lambda name: X25519PrivateKey.from_private_bytes(bytes.fromhex(keys[name]["privateKey"]))

        class Timeless(noise.Handshake):
            def certificate(self, signed, issuer_key, issuer_serial):
                self_time, noise.time = noise.time, type("Clock", (), {"time": lambda: case["certificates"]["validity"]["notBefore"]})
                try:
                    return super().certificate(signed, issuer_key, issuer_serial)
                finally:
                    noise.time = self_time

        handshake = Timeless(private("clientStatic"), private("clientEphemeral"))
        on_the_wire = noise.HEADER + noise.Frames.frame(handshake.hello())
        self.assertEqual(on_the_wire.hex(), messages_["clientHello"]["onTheWire"])
        handshake.read_server_hello(bytes.fromhex(messages_["serverHello"]["message"]), bytes.fromhex(keys["root"]["publicKey"]))
        finish, sending, receiving = handshake.finish(bytes.fromhex(case["clientPayload"]))
        self.assertEqual(finish.hex(), messages_["clientFinish"]["message"])
        self.assertEqual(handshake.h.hex(), case["steps"][-1]["after"]["h"])
        for frame in transport["clientFrames"]:
            self.assertEqual(sending.encrypt(bytes.fromhex(frame["plaintext"])).hex(), frame["ciphertext"])
        for frame in transport["serverFrames"]:
            self.assertEqual(receiving.decrypt(bytes.fromhex(frame["ciphertext"])).hex(), frame["plaintext"])

    def test_codec_and_stanzas(self):
        for case in cases("codec") + cases("stanzas"):
            payload = bytes.fromhex(case["payload"])
            with self.subTest(case["name"]):
                if case.get("refused"):
                    self.assertRaises(stanza.Malformed, stanza.Reader.read, payload)
                    continue
                self.assertEqual(stanza.Reader.read(payload), tree(case["json"]))
                if not case.get("readOnly"):
                    self.assertEqual(stanza.Writer().write(tree(case["json"])).hex(), case["payload"])

    def test_sessions(self):
        for case in cases("session"):
            keys = signal_sessions.Keys.from_vectors(case["bob"], case["bundle"])
            sessions = signal_sessions.Sessions(keys)
            for message in case["messages"][:2]:
                opened = sessions.decrypt("alice@s.whatsapp.net", message["type"], bytes.fromhex(message["bytes"]))
                self.assertEqual(opened.hex(), message["plaintext"])

    def test_contents(self):
        for case in cases("content"):
            padded = bytes.fromhex(case["padded"])
            with self.subTest(case["name"]):
                if case.get("refused"):
                    self.assertRaises(messages.BadContent, messages.unpad, padded)
                    continue
                protobuf = messages.unpad(padded)
                self.assertEqual(protobuf.hex(), case["protobuf"])
                self.assertEqual(schemas.content.Message.FromString(protobuf).SerializeToString().hex(), case["protobuf"])

    def test_files(self):
        for case in cases("media"):
            key, blob = bytes.fromhex(case["mediaKey"]), bytes.fromhex(case["blob"])
            with self.subTest(case["name"]):
                if case.get("refused"):
                    self.assertRaises(media.WrongFile, media.FileCipher().decrypt, blob, key, case["type"])
                    continue
                self.assertEqual(media.FileCipher().encrypt(bytes.fromhex(case["plain"]), key, case["type"]).hex(), case["blob"])
                self.assertEqual(media.FileCipher().decrypt(blob, key, case["type"]).hex(), case["plain"])


if __name__ == "__main__":
    unittest.main()
