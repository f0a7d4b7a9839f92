"""Milestone 1: key set, tokens, enlistment."""
import base64
import json

import jwt

from enlistment import Enlistment
from mistakes import changed, mistake
from signal_sessions import Keys
from tokens import TokenIssuer


def claims(name, change):
    """A token with other claims."""
    other = lambda claims, self, user, settings: change(claims(self, user, settings), settings)
    mistake(name, token_issuer=changed(TokenIssuer, claims=other))


def without(held, *names):
    return {name: value for name, value in held.items() if name not in names}


def jwk(name, change):
    """A key set with other members of the keys."""
    mistake(name, token_issuer=changed(TokenIssuer, public_jwk=lambda jwk, self, kid, key: change(jwk(self, kid, key), key)))


def header(name, algorithm="RS256", **members):
    """A token with another header."""
    issue = lambda _, self, user, settings: jwt.encode(
        self.claims(user, settings), self.keys[-1][1], algorithm=algorithm, headers=members or {"kid": self.keys[-1][0]}
    )
    mistake(name, token_issuer=changed(TokenIssuer, issue=issue))


claims("token-audience-of-host", lambda claims, settings: {**claims, "aud": settings.meta["enlistUrl"]})
claims("token-times-in-milliseconds", lambda claims, _: {**claims, "iat": claims["iat"] * 1000, "exp": claims["exp"] * 1000})
claims("token-expired", lambda claims, _: {**claims, "exp": claims["iat"] - 3600})
claims("token-lives-for-a-year", lambda claims, _: {**claims, "exp": claims["iat"] + 365 * 86400})
claims("token-times-as-text", lambda claims, _: {**claims, "exp": str(claims["exp"])})
claims("token-issuer-is-a-url", lambda claims, settings: {**claims, settings.token["claims"]["issuer"]: "https://provider.example"})
claims("token-without-user", lambda claims, settings: without(claims, settings.token["claims"]["identifier"]))
header("token-without-key-id", typ="JWT")
header("token-signed-with-rs512", algorithm="RS512")

jwk("key-set-in-padded-base64", lambda jwk, _: {**jwk, "n": base64.b64encode(base64.urlsafe_b64decode(jwk["n"] + "==")).decode()})
jwk("key-set-with-sign-byte", lambda jwk, key: {**jwk, "n": base64.urlsafe_b64encode(b"\0" + base64.urlsafe_b64decode(jwk["n"] + "==")).decode().rstrip("=")})
jwk("key-set-without-key-id", lambda jwk, _: without(jwk, "kid"))


def form(name, change):
    """An enlistment with other arguments, as bytes before they are encoded."""
    mistake(name, enlistment=changed(Enlistment, arguments=lambda arguments, self, keys: change(arguments(self, keys), keys)))


form("enlist-identity-with-type-byte", lambda held, _: {**held, "e_ident": b"\5" + held["e_ident"]})
form("enlist-type-as-text", lambda held, _: {**held, "e_keytype": b"5"})
form("enlist-registration-of-two-bytes", lambda held, _: {**held, "e_regid": held["e_regid"][2:]})
form("enlist-key-id-of-four-bytes", lambda held, _: {**held, "e_skey_id": b"\0" + held["e_skey_id"]})
mistake("signature-over-32-bytes", keys=changed(Keys, sign=lambda sign, self, message: sign(self, message[1:])))
mistake("enlist-as-json", enlistment=changed(Enlistment, encoded=lambda _, self, arguments: json.dumps(arguments)))
