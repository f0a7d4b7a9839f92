"""Milestone 1: how a user becomes known to Meta (guide: identity.md)."""
import json
from urllib.parse import urlencode

from tokens import base64url


class EnlistmentRejected(Exception):
    pass


class Enlistment:
    def arguments(self, keys):
        signed = keys.signed_pre_key()
        return {
            "authkey": keys.channel_public,
            "e_keytype": bytes([5]),
            "e_regid": keys.registration_id.to_bytes(4, "big"),
            "e_ident": keys.identity_public,
            "e_skey_id": signed.id.to_bytes(3, "big"),
            "e_skey_val": signed.public,
            "e_skey_sig": signed.signature,
        }

    def form(self, keys, token):
        arguments = {name: base64url(value) for name, value in self.arguments(keys).items()}
        return self.encoded({**arguments, "token": token})

    def encoded(self, arguments):
        return urlencode(arguments)

    async def enlist(self, http, settings, keys, token):
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        async with http.post(settings.meta["enlistUrl"], data=self.form(keys, token), headers=headers) as response:
            status, body = response.status, await response.text()
        return self.login_in(status, body)

    def login_in(self, status, body):
        """A refusal comes with status 200 too."""
        try:
            answer = json.loads(body)
            if status == 200 and answer["status"] == "ok" and isinstance(answer["login"], str):
                return answer["login"]
        except (ValueError, KeyError, TypeError):
            pass
        raise EnlistmentRejected(f"status {status}: {body[:200]}")
