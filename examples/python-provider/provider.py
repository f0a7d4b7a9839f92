"""The provider: its server, its users, and the methods of the driver (docs/driver-protocol.md)."""
import asyncio
import base64
import secrets

import aiohttp

from channel import ConnectFailed
from enlistment import EnlistmentRejected

CAPABILITIES = """text text-receive media-receive image video audio voice document receipts read-receipts reactions replies typing
blocking push deletion reachability token-rotation key-rotation timing""".split()


class Failure(Exception):
    """What the driver answers when a method failed."""

    def __init__(self, code, detail):
        super().__init__(detail)
        self.code = code


class Settings:
    """What provider.configure hands over. Times are in seconds."""

    def __init__(self, params):
        self.meta, self.integrator, self.profile = params["meta"], params["integrator"], params["profile"]
        self.token = params["token"]
        timing = params.get("timing", {"keepAliveMs": 25000, "replyMs": 10000, "reconnectMs": 1000})
        self.keep_alive_s = timing["keepAliveMs"] / 1000
        self.reply_s = timing["replyMs"] / 1000
        self.reconnect_s = timing["reconnectMs"] / 1000
        self.hello_s = min(20, 3 * self.reply_s)


class Provider:
    def __init__(self, parts):
        self.parts = parts
        self.users = {}
        self.issuer = parts.token_issuer()
        self.host = parts.media_host()
        self.http = self.server = self.settings = None

    async def handle(self, method, params):
        """The result of a call. Raises Failure, and LookupError for a method that is not offered."""
        handler = getattr(self, "do_" + method.replace(".", "_"), None)
        if handler is None:
            raise LookupError(method)
        try:
            return await handler(**{("sender" if name == "from" else name): value for name, value in params.items()})
        except EnlistmentRejected as error:
            raise Failure("enlistment-rejected", str(error)) from error
        except ConnectFailed as error:
            raise Failure("connect-failed", str(error)) from error

    def user(self, name):
        if name not in self.users:
            raise Failure("unknown-user", f"there is no user {name}")
        return self.users[name]

    async def close(self):
        await self.do_provider_reset()
        if self.http is not None:
            await self.server.stop()
            await self.http.close()

    async def do_provider_describe(self):
        return {"protocol": 1, "name": "python-provider", "version": "1.0.0", "capabilities": CAPABILITIES}

    async def do_provider_configure(self, **params):
        await self.close()
        self.settings = Settings(params)
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=10, sock_read=10)
        self.http = aiohttp.ClientSession(timeout=timeout, cookie_jar=aiohttp.DummyCookieJar(), connector=self.connector())
        self.files = self.parts.files(self.parts.file_cipher(), self.host, self.settings, self.http)
        meta_keys = self.parts.meta_keys(self.settings, self.http)
        self.server = self.parts.server(self.issuer, meta_keys, self.host, self.wake)
        await self.server.start()
        return {"endpoints": self.server.endpoints}

    def connector(self):
        """Trusts the certificate of the endpoint, when it has one of its own."""
        if "tlsCa" not in self.settings.meta:
            return None
        import ssl

        return aiohttp.TCPConnector(ssl=ssl.create_default_context(cadata=self.settings.meta["tlsCa"]))

    def wake(self, name):
        if name in self.users:
            self.users[name].wake()

    async def do_provider_reset(self):
        users, self.users = self.users, {}
        await asyncio.gather(*(user.disconnect() for user in users.values()))
        self.host.files.clear()
        return {}

    async def do_user_create(self, user=None):
        name = user or f"user-{secrets.token_hex(4)}@provider.example"
        self.users[name] = self.parts.user(name, self)
        return {"user": name}

    async def do_user_enlist(self, user):
        return {"login": await self.user(user).enlist()}

    async def do_user_connect(self, user):
        await self.user(user).connect()
        return {}

    async def do_user_disconnect(self, user):
        await self.user(user).disconnect()
        return {}

    async def do_user_delete(self, user):
        await self.user(user).delete()
        del self.users[user]
        return {}

    async def do_message_send(self, user, to, content, replyTo=None):
        sender = self.user(user)
        if content["type"] == "text":
            return {"id": await sender.send_text(to, content["text"], replyTo)}
        described = {"mimetype": content["mimetype"], "caption": content.get("caption"), "file_name": content.get("fileName")}
        if content["type"] in ("audio", "voice"):
            described.pop("caption")
        if content["type"] != "document":
            described.pop("file_name")
        return {"id": await sender.send_file(to, content["type"], base64.b64decode(content["data"]), described, replyTo)}

    async def do_message_react(self, user, to, target, emoji):
        return {"id": await self.user(user).react(to, target, emoji)}

    async def do_message_read(self, user, sender, ids):
        await self.user(user).read(sender, ids)
        return {}

    async def do_message_typing(self, user, to, state):
        await self.user(user).type(to, state)
        return {}

    async def do_contact_block(self, user, contact):
        await self.user(user).block(contact, "block")
        return {}

    async def do_contact_unblock(self, user, contact):
        await self.user(user).block(contact, "unblock")
        return {}

    async def do_contact_blocklist(self, user):
        return {"contacts": await self.user(user).blocklist()}

    async def do_reachability_notify(self, user, to):
        await self.user(user).notify(to)
        return {}

    async def do_token_rotate(self):
        self.issuer.rotate()
        return {}

    async def do_keys_rotate(self, user):
        await self.user(user).rotate_keys()
        return {}

    async def do_events_take(self, user, timeoutMs):
        """What has happened since the last call; waits for something if nothing has."""
        events = self.user(user).events
        taken = []
        if events.empty() and timeoutMs > 0:
            try:
                taken.append(await asyncio.wait_for(events.get(), timeoutMs / 1000))
            except asyncio.TimeoutError:
                pass
        while not events.empty():
            taken.append(events.get_nowait())
        return {"events": taken}
