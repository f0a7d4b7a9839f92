"""Milestone 1: the keys of the provider's server, and the tokens that it signs (guide: identity.md)."""
import base64
import json
import secrets
import time

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class TokenIssuer:
    def __init__(self):
        self.keys = []
        self.rotate()

    def rotate(self):
        """New tokens are signed with a new key; the old ones stay published, for tokens that are out."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.keys.append((secrets.token_hex(8), key))

    def key_set(self):
        return json.dumps({"keys": [self.public_jwk(kid, key) for kid, key in self.keys]})

    def public_jwk(self, kid, key):
        numbers = key.public_key().public_numbers()
        number = lambda value: base64url(value.to_bytes((value.bit_length() + 7) // 8, "big"))
        return {"kty": "RSA", "alg": "RS256", "use": "sig", "kid": kid, "n": number(numbers.n), "e": number(numbers.e)}

    def issue(self, user, settings):
        """A fresh token for an enlistment or a connection."""
        kid, key = self.keys[-1]
        return jwt.encode(self.claims(user, settings), key, algorithm="RS256", headers={"kid": kid})

    def claims(self, user, settings):
        now = int(time.time())
        names = settings.token["claims"]
        return {
            names["issuer"]: settings.integrator["slug"],
            names["identifier"]: user,
            names["version"]: settings.profile["protocolVersion"],
            "aud": settings.token["audience"],
            "iat": now,
            "exp": now + settings.token["maximumLifetimeSeconds"],
            "jti": secrets.token_hex(8),
        }


class MetaKeys:
    """Verifies the tokens with which Meta signs its pushes (guide: push.md)."""

    skew_seconds = 60

    def __init__(self, settings, http):
        self.settings = settings
        self.http = http
        self.keys = None

    async def verify(self, token, audience):
        """Raises an exception for everything but a valid token of Meta's."""
        header = jwt.get_unverified_header(token)
        # No extension is understood here, so a critical one, and an unencoded payload, are refused.
        if header["alg"] != "RS256" or "crit" in header or header.get("b64") is False:
            raise ValueError("a header that is not allowed")
        fitting = [key for key in self.keys or [] if key.get("kid") == header.get("kid")]
        if not fitting:
            await self.fetch()
            fitting = [key for key in self.keys if key.get("kid") == header.get("kid")]
        if not fitting:
            raise ValueError("an unknown key")
        issuer = {"messenger": "MESSENGER"}.get(self.settings.profile["product"], "WHATSAPP")
        for at, key in enumerate(fitting):
            try:
                public = jwt.PyJWK(key, algorithm="RS256").key
                return self.decode(token, public, issuer, audience)
            except jwt.InvalidSignatureError:
                if at == len(fitting) - 1:
                    raise

    def decode(self, token, public, issuer, audience):
        return jwt.decode(
            token,
            public,
            algorithms=["RS256"],
            issuer=issuer,
            audience=audience,
            leeway=self.skew_seconds,
            options={"require": ["exp", "iss", "aud"]},
        )

    async def fetch(self):
        async with self.http.get(self.settings.meta["jwksUrl"]) as response:
            response.raise_for_status()
            found = json.loads(await response.text())["keys"]
        usable = lambda key: key.get("kty") == "RSA" and key.get("use", "sig") == "sig" and key.get("alg", "RS256") == "RS256"
        self.keys = [key for key in found if usable(key)]
