"""Milestone 2: a user's connection to the chat server: login, keep-alive, reconnection (guide: channel.md, timers.md)."""
import asyncio
import random
import secrets

import aiohttp

import schemas
from noise import HEADER, Frames
from stanza import SERVER, Malformed, node

PASSING_FAILURES = {"413", "414", "500", "503"}
FINAL_STREAM_ERRORS = {"401", "403", "409", "516"}
#: After so many attempts that did not get as far as a login, the call fails.
MOST_ATTEMPTS = 5


class ConnectFailed(Exception):
    pass


class NotConnected(Exception):
    pass


class NoReply(Exception):
    pass


class Refused(Exception):
    """The server answered with an error."""


class End(Exception):
    """Why a connection is over, and what follows: "stop", "at-once", "later" or "much-later"."""

    def __init__(self, reason, then):
        super().__init__(reason)
        self.reason, self.then = reason, then


class Channel:
    def __init__(self, parts, settings, keys, login, issue_token, http, on_stanza, on_login, on_state):
        self.parts, self.settings, self.keys, self.login = parts, settings, keys, login
        self.issue_token, self.http = issue_token, http
        self.on_stanza, self.on_login, self.on_state = on_stanza, on_login, on_state
        self.task = None
        self.socket = None
        self.sending = None
        self.logged_in = False
        self.stopped_for = None
        self.waiting = {}
        self.connecting = None
        self.prefix = secrets.token_hex(4)
        self.requests = 0

    # What the user does

    async def connect(self):
        if self.logged_in and not self.somebody_waits():
            return
        if self.connecting is None or self.connecting.done():
            self.connecting = asyncio.get_running_loop().create_future()
        if self.task is None or self.task.done():
            self.task = asyncio.create_task(self.run())
        await asyncio.shield(self.connecting)

    async def disconnect(self):
        task, self.task = self.task, None
        if task is not None and not task.done():
            task.cancel()
            await asyncio.wait([task])
        self.ended("left", reconnecting=False)

    def next_id(self):
        self.requests += 1
        return f"{self.prefix}-{self.requests}"

    async def send(self, stanza):
        if not self.logged_in:
            raise NotConnected("the user is not connected")
        await self.write(stanza)

    async def exchange(self, wait_for, stanza):
        """Sends a stanza and returns the one that answers its id."""
        answer = asyncio.get_running_loop().create_future()
        self.waiting[wait_for] = answer
        try:
            await self.send(stanza)
            return await asyncio.wait_for(answer, self.settings.reply_s)
        except asyncio.TimeoutError as error:
            raise NoReply(f"no answer to {wait_for}") from error
        finally:
            self.waiting.pop(wait_for, None)

    async def request(self, kind, namespace, content, to=SERVER):
        """An iq; returns its result."""
        request_id = self.next_id()
        iq = node("iq", {"id": request_id, "to": to, "type": kind, "xmlns": namespace}, content)
        answer = await self.exchange(request_id, iq)
        if answer.attrs.get("type") == "error":
            error = answer.child("error")
            raise Refused(f"error {error.attrs.get('code') if error else ''} in the answer to {namespace}")
        return answer

    def answered(self, stanza_id, stanza):
        answer = self.waiting.get(stanza_id)
        if answer is not None and not answer.done():
            answer.set_result(stanza)

    # One connection after the other

    async def run(self):
        attempts = 0
        ever_online = False
        while True:
            began = asyncio.get_running_loop().time()
            try:
                await self.connection()
                end = End("lost", "later")
            except End as thrown:
                end = thrown
            except (aiohttp.ClientError, OSError, asyncio.TimeoutError) as error:
                end = End(f"unreachable: {error}", "later")
            was_online = self.logged_in
            ever_online = ever_online or was_online
            if was_online and asyncio.get_running_loop().time() - began > 20 * self.settings.reconnect_s:
                attempts = 0
            then = end.then
            if then == "later" and not ever_online and not end.reason.startswith("failure"):
                then = "stop"
            if then != "stop" and not was_online and attempts + 1 >= MOST_ATTEMPTS and self.somebody_waits():
                then = "stop"
            self.ended(end.reason, reconnecting=then != "stop")
            if then == "stop":
                return
            await asyncio.sleep(self.pause(then, attempts))
            if then != "at-once":
                attempts += 1

    def somebody_waits(self):
        return self.connecting is not None and not self.connecting.done()

    def pause(self, then, attempts):
        if then == "at-once":
            return 0
        steps = min(attempts, 6) + (3 if then == "much-later" else 0)
        return self.settings.reconnect_s * 2**steps * random.uniform(1, 1.5)

    def ended(self, reason, reconnecting):
        was_online, self.logged_in, self.sending = self.logged_in, False, None
        for answer in self.waiting.values():
            if not answer.done():
                answer.set_exception(NotConnected("the connection ended"))
        self.waiting = {}
        if not reconnecting and self.somebody_waits():
            self.connecting.set_exception(ConnectFailed(reason))
            self.connecting.exception()  # Also when nobody waits any more.
        self.stopped_for = None if reconnecting else reason
        if was_online or not reconnecting:
            self.on_state("reconnecting" if reconnecting else "disconnected", reason)

    async def connection(self):
        async with self.http.ws_connect(self.settings.meta["chatUrl"], autoping=True, max_msg_size=0) as socket:
            self.socket = socket
            stream = self.stream(socket)
            receiving = await asyncio.wait_for(self.handshake(stream), self.settings.hello_s)
            keep_alive = None
            try:
                while True:
                    patience = None if self.logged_in else self.settings.hello_s
                    frame = await asyncio.wait_for(stream.__anext__(), patience)
                    await self.take(self.decrypted(receiving, frame))
                    if self.logged_in and keep_alive is None:
                        keep_alive = asyncio.create_task(self.keep_alive(socket))
            except StopAsyncIteration:
                silent = keep_alive is not None and keep_alive.done()
                raise End("silent" if silent else "lost", "later") from None
            finally:
                if keep_alive is not None:
                    keep_alive.cancel()

    async def stream(self, socket):
        """Frames, however the bytes arrive."""
        frames = self.parts.frames()
        async for message in socket:
            if message.type == aiohttp.WSMsgType.BINARY:
                for frame in frames.push(message.data):
                    yield frame

    async def handshake(self, stream):
        handshake = self.parts.handshake(self.keys.channel)
        await self.socket.send_bytes(HEADER + self.parts.frames.frame(handshake.hello()))
        try:
            handshake.read_server_hello(await stream.__anext__(), bytes.fromhex(self.settings.meta["rootKey"]))
        except StopAsyncIteration:
            raise End("lost", "later") from None
        except Exception as error:
            raise End(f"handshake: {type(error).__name__}: {error}", "later") from error
        finish, self.sending, receiving = handshake.finish(self.payload().SerializeToString())
        await self.socket.send_bytes(self.parts.frames.frame(finish))
        return receiving

    def payload(self):
        payload = schemas.client_payload.ClientPayload()
        payload.passive, payload.pull = False, True
        payload.product = 3 if self.settings.profile["product"] == "messenger" else 2
        payload.interop_data.account_id = int(self.login.split("@")[0].split("-")[1])
        payload.interop_data.token = self.issue_token().encode()
        payload.interop_data.enable_read_receipts = True
        return payload

    def decrypted(self, receiving, frame):
        try:
            plaintext = receiving.decrypt(frame)
        except Exception as error:
            raise End("a frame does not authenticate", "later") from error
        try:
            return self.parts.reader.read(plaintext)
        except Malformed as error:
            raise End(f"a stanza cannot be read: {error}", "later") from error

    async def write(self, stanza):
        sending, socket = self.sending, self.socket
        if sending is None or socket.closed:
            raise NotConnected("the connection ended")
        # Encrypting and handing over without a pause in between keeps the frames in the order of their counters.
        await socket.send_bytes(self.parts.frames.frame(sending.encrypt(self.parts.writer().write(stanza))))

    async def take(self, stanza):
        tag, attrs = stanza.tag, stanza.attrs
        if tag == "success":
            if not self.logged_in:
                self.logged_in = True
                self.on_state("connected", None)
                self.greeting = asyncio.create_task(self.greet())
        elif tag == "failure":
            reason = attrs.get("reason", "500")
            raise End(f"failure {reason}", "later" if reason in PASSING_FAILURES else "stop")
        elif tag == "stream:error":
            code = attrs.get("code", "")
            if stanza.child("conflict") or code in FINAL_STREAM_ERRORS:
                raise End("conflict" if stanza.child("conflict") else f"stream error {code}", "stop")
            raise End(f"stream error {code}", {"515": "at-once", "429": "much-later"}.get(code, "later"))
        elif tag == "xmlstreamend":
            raise End("stream end", "later")
        elif tag == "iq":
            await self.take_iq(stanza)
        else:
            await self.on_stanza(stanza)

    async def greet(self):
        """The work of a login comes before the answer to the one who asked for it: contacts may write at once."""
        await self.on_login()
        if self.logged_in and self.somebody_waits():
            self.connecting.set_result(None)

    async def take_iq(self, stanza):
        attrs = stanza.attrs
        if attrs.get("type") in ("result", "error"):
            self.answered(attrs.get("id"), stanza)
        elif attrs.get("type") == "get" and attrs.get("xmlns") in ("urn:xmpp:ping", "w:p"):
            await self.write(node("iq", {"id": attrs.get("id"), "to": attrs.get("from", SERVER), "type": "result"}))

    async def keep_alive(self, socket):
        """Pings; when one stays unanswered, closes the connection."""
        while True:
            await asyncio.sleep(self.settings.keep_alive_s * 0.8)
            try:
                await self.request("get", "w:p", None)
            except Refused:
                pass
            except (NoReply, NotConnected):
                await socket.close()
                return
