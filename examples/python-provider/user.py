"""A user of the provider and the client on the user's device (guide: keys-and-sessions.md)."""
import asyncio
import base64
import secrets
import time

from channel import NoReply, NotConnected, Refused
from media import WrongFile
from messages import MEDIA_TYPES, BadContent, Reference, pad, unpad
from signal_sessions import Bundle, Duplicate, PreKey, SignedPreKey, Undecryptable, WrongBundle
from stanza import SERVER, node

PRE_KEYS = 30
MOST_REQUESTS, MOST_ANSWERS = 5, 10
TYPING_SECONDS = 10


class SendFailed(Exception):
    pass


def bare(address):
    """The address of the account: without a device."""
    user, _, server = address.partition("@")
    return f"{user.partition(':')[0]}@{server}"


class User:
    def __init__(self, name, provider):
        self.name, self.provider, self.parts = name, provider, provider.parts
        self.keys = self.parts.keys()
        self.sessions = self.parts.sessions(self.keys)
        self.contents = self.parts.contents()
        self.login = None
        self.channel = None
        self.uploaded, self.uploading = False, None
        self.events = asyncio.Queue()
        self.turn = asyncio.Lock()
        self.sent = {}
        self.shown = set()
        self.texts = {}
        self.asked = {}
        self.typing = {}
        self.tasks = set()

    # Identity and connection

    async def enlist(self):
        await self.disconnect()
        provider = self.provider
        token = provider.issuer.issue(self.name, provider.settings)
        self.login = await self.parts.enlistment().enlist(provider.http, provider.settings, self.keys, token)
        self.channel, self.uploaded = None, False
        return self.login

    async def connect(self):
        if self.login is None:
            raise NotConnected("the user is not enlisted")
        if self.channel is None:
            provider = self.provider
            token = lambda: provider.issuer.issue(self.name, provider.settings)
            self.channel = self.parts.channel(
                self.parts, provider.settings, self.keys, self.login, token, provider.http,
                self.take, self.upload_once, self.state_changed,
            )
        await self.channel.connect()

    async def disconnect(self):
        if self.channel is not None:
            await self.channel.disconnect()

    async def delete(self):
        await self.online().request("set", "w:interop", [node("remove")])
        await self.disconnect()

    def wake(self):
        """A push came. Who was turned away for good stays away."""
        stopped = self.channel and self.channel.stopped_for
        if self.login and not (stopped and stopped != "left" and not stopped.startswith(("lost", "silent", "unreachable"))):
            self.later(self.connect())

    def online(self):
        if self.channel is None or not self.channel.logged_in:
            raise NotConnected("the user is not connected")
        return self.channel

    def state_changed(self, state, reason):
        self.event("connection", state=state, **({"reason": reason} if reason else {}))

    def event(self, kind, **members):
        self.events.put_nowait({"kind": kind, "at": time.time() * 1000, **members})

    def later(self, work):
        """Work that nobody waits for."""
        task = asyncio.create_task(self.reported(work))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def reported(self, work):
        try:
            await work
        except Exception as error:
            self.event("error", code=type(error).__name__, detail=str(error))

    # Keys

    async def upload_once(self):
        if not self.uploaded:
            await self.reported(self.upload())

    async def upload(self):
        """One at a time: a second notice of few keys means the same keys as the first."""
        if self.uploading is None or self.uploading.done():
            self.uploading = asyncio.ensure_future(self.upload_now())
        await self.uploading

    async def upload_now(self):
        keys = self.keys
        content = [
            node("registration", {}, keys.registration_id.to_bytes(4, "big")),
            node("type", {}, b"\5"),
            node("identity", {}, keys.identity_public),
            node("list", {}, [self.key_node(key) for key in keys.new_pre_keys(PRE_KEYS)]),
            self.signed_key_node(keys.signed_pre_key()),
        ]
        await self.online().request("set", "encrypt", content)
        self.uploaded = True

    async def rotate_keys(self):
        self.keys.rotate()
        content = [node("rotate", {}, [self.signed_key_node(self.keys.signed_pre_key())])]
        await self.online().request("set", "encrypt", content)

    def key_node(self, key):
        return node("key", {}, [node("id", {}, key.id.to_bytes(3, "big")), node("value", {}, key.public)])

    def signed_key_node(self, key):
        parts = self.key_node(key).content + [node("signature", {}, key.signature)]
        return node("skey", {}, parts)

    async def fetch_bundle(self, contact):
        answer = await self.online().request("get", "encrypt", [node("key", {}, [node("user", {"jid": contact})])])
        for found in answer.child("list").children if answer.child("list") else []:
            if bare(found.attrs.get("jid", "@")) == contact and found.child("error") is None:
                return self.bundle_in(found, found.child("registration"))
        raise WrongBundle(f"the server has no keys of {contact}")

    def bundle_in(self, holder, registration):
        try:
            signed, key = holder.child("skey"), holder.child("key")
            number = lambda held: int.from_bytes(held.data, "big")
            signature = signed.child("signature")
            return Bundle(
                number(registration),
                holder.child("identity").data,
                SignedPreKey(number(signed.child("id")), signed.child("value").data, signature.data if signature else b""),
                key and PreKey(number(key.child("id")), key.child("value").data),
            )
        except AttributeError as error:
            raise WrongBundle("a part of the bundle is missing") from error

    def open_session(self, contact, bundle):
        self.sessions.open(contact, bundle)
        self.tell_changes()

    def tell_changes(self):
        for contact in self.sessions.changed:
            self.event("security-notice", contact=contact, reason="identity-changed")
        self.sessions.changed = []

    # Sending

    async def send_text(self, to, text, reply_to):
        message_id = await self.send(to, "text", None, self.contents.text(text, self.reference(reply_to)))
        self.texts[message_id] = text
        return message_id

    async def send_file(self, to, kind, plain, described, reply_to):
        self.online()
        described = {**self.provider.files.publish(kind, plain, int(time.time())), **described}
        return await self.send(to, "media", kind, self.contents.file(kind, described, self.reference(reply_to)))

    async def react(self, to, target, emoji):
        from_me = target["from"] == self.login
        content = self.contents.reaction(target["id"], from_me, to, emoji, int(time.time() * 1000))
        return await self.send(to, "reaction", None, content)

    def reference(self, reply_to):
        return reply_to and Reference(reply_to["id"], reply_to["from"], self.texts.get(reply_to["id"], ""))

    async def send(self, to, kind, file_kind, content):
        """Returns the id once the server has taken the message."""
        channel = self.online()
        message_id = "3EB0" + secrets.token_hex(9).upper()
        async with self.turn:
            if not self.sessions.known(to):
                self.open_session(to, await self.fetch_bundle(to))
            self.sent[message_id] = {"to": to, "kind": kind, "file_kind": file_kind, "content": content, "answers": 0}
            stanza = self.message(message_id, self.sent[message_id])
            answer = asyncio.create_task(channel.exchange(message_id, stanza))
            await asyncio.sleep(0)  # It is written before the next message is encrypted.
        ack = await answer
        if "error" in ack.attrs:
            raise SendFailed(f"the server refused the message: {ack.attrs['error']}")
        return message_id

    def message(self, message_id, sent, count=None):
        kind, data = self.sessions.encrypt(sent["to"], self.parts.pad(sent["content"]))
        media = MEDIA_TYPES.get(sent["file_kind"])
        enc = node("enc", {"v": "2", "type": kind, "count": count, "mediatype": media}, data)
        return node("message", {"id": message_id, "to": sent["to"], "type": sent["kind"]}, [enc])

    # What the server sends

    async def take(self, stanza):
        handler = getattr(self, f"take_{stanza.tag}", None)
        if handler is not None:
            await handler(stanza)

    async def acknowledge(self, stanza, error=None):
        attrs = stanza.attrs
        kept = {} if error else {"type": attrs.get("type"), "participant": attrs.get("participant")}
        await self.answer(node("ack", {"class": stanza.tag, "id": attrs.get("id"), "to": attrs.get("from"), "error": error, **kept}))

    async def answer(self, stanza):
        try:
            await self.channel.write(stanza)
        except NotConnected:
            pass  # The server repeats what was not answered.

    async def take_ack(self, stanza):
        if stanza.attrs.get("class") == "message":
            self.channel.answered(stanza.attrs.get("id"), stanza)

    async def take_call(self, stanza):
        await self.acknowledge(stanza)

    async def take_notification(self, stanza):
        await self.acknowledge(stanza)
        if stanza.attrs.get("type") != "encrypt":
            return
        contact = bare(stanza.attrs.get("from", ""))
        if stanza.child("count") is not None:
            self.later(self.upload())
        elif stanza.child("identity") is not None and contact != f"{SERVER}@":
            self.sessions.forget(contact)
            self.event("security-notice", contact=contact, reason="identity-changed")

    async def take_receipt(self, stanza):
        await self.acknowledge(stanza)
        attrs = stanza.attrs
        contact, kind = bare(attrs.get("from", "")), attrs.get("type", "")
        if kind == "retry":
            return self.later(self.send_again(stanza, contact))
        word = {"": "delivered", "delivery": "delivered", "inactive": "delivered", "read": "read", "played": "read"}.get(kind)
        if word is not None and "id" in attrs:
            further = [item.attrs["id"] for listed in stanza.children for item in listed.children if "id" in item.attrs]
            self.event("receipt", ids=[attrs["id"], *further], type=word, **{"from": contact})

    async def send_again(self, receipt, contact):
        message_id = receipt.attrs.get("id")
        sent = self.sent.get(message_id)
        if sent is None or sent["to"] != contact or sent["answers"] >= MOST_ANSWERS:
            return
        sent["answers"] += 1
        registration, keys = receipt.child("registration"), receipt.child("keys")
        number = int.from_bytes(registration.data, "big") if registration else None
        async with self.turn:
            if keys is not None and registration is not None:
                self.open_session(contact, self.bundle_in(keys, registration))
            elif not self.sessions.known(contact) or number not in (None, self.sessions.registration_id(contact)):
                self.open_session(contact, await self.fetch_bundle(contact))
            retry = receipt.child("retry")
            await self.answer(self.message(message_id, sent, retry.attrs.get("count", "1") if retry else "1"))

    async def take_chatstate(self, stanza):
        contact = bare(stanza.attrs.get("from", ""))
        for state in ("composing", "paused"):
            if stanza.child(state) is not None:
                self.show_typing(contact, state)

    def show_typing(self, contact, state):
        timer = self.typing.pop(contact, None)
        if timer is not None:
            timer.cancel()
        self.event("typing", state=state, **{"from": contact})
        if state == "composing":
            self.typing[contact] = asyncio.get_running_loop().call_later(TYPING_SECONDS, self.show_typing, contact, "paused")

    async def take_message(self, stanza):
        attrs = stanza.attrs
        if "id" not in attrs or "from" not in attrs:
            return
        contact, message_id = bare(attrs["from"]), attrs["id"]
        encs = [child for child in stanza.children if child.tag == "enc"]
        usable = [enc for enc in encs if enc.attrs.get("v") == "2" and enc.attrs.get("type") in ("pkmsg", "msg")]
        if not usable:
            return await self.acknowledge(stanza, error="488")
        try:
            plaintext = self.sessions.decrypt(contact, usable[0].attrs["type"], usable[0].data)
            self.tell_changes()
            content = self.contents.read(self.parts.unpad(plaintext))
        except Duplicate:
            return await self.receipt(stanza)
        except Undecryptable as error:
            return await self.ask_again(stanza, contact, str(error))
        except BadContent as error:
            self.event("error", code="bad-content", detail=f"message {message_id}: {error}")
            return await self.acknowledge(stanza, error="491")
        if (contact, message_id) not in self.shown:
            self.shown.add((contact, message_id))
            self.show(contact, message_id, content)
        await self.receipt(stanza)

    async def receipt(self, stanza):
        await self.answer(node("receipt", {"id": stanza.attrs["id"], "to": stanza.attrs["from"]}))

    async def ask_again(self, stanza, contact, reason):
        """A message that does not open is asked for again, with fresh keys from the second time on."""
        message_id = stanza.attrs["id"]
        count = self.asked[contact, message_id] = self.asked.get((contact, message_id), 0) + 1
        self.event("error", code="undecryptable", detail=f"message {message_id}, attempt {count}: {reason}")
        if count > MOST_REQUESTS:
            return await self.acknowledge(stanza, error="487")
        keys = self.keys
        attrs = {"id": message_id, "count": str(count), "t": stanza.attrs.get("t", str(int(time.time()))), "v": "1"}
        content = [node("retry", attrs), node("registration", {}, keys.registration_id.to_bytes(4, "big"))]
        if count > 1:
            content.append(
                node("keys", {}, [
                    node("type", {}, b"\5"),
                    node("identity", {}, keys.identity_public),
                    self.key_node(keys.new_pre_keys(1)[0]),
                    self.signed_key_node(keys.signed_pre_key()),
                ])
            )
        await self.answer(node("receipt", {"id": message_id, "to": stanza.attrs["from"], "type": "retry"}, content))

    def show(self, contact, message_id, content):
        if content[0] == "text":
            self.texts[message_id] = content[1]
            self.show_message(contact, message_id, {"type": "text", "text": content[1]}, content[2])
        elif content[0] == "reaction":
            author = contact if content[1].from_me else self.login
            self.event("reaction", target={"id": content[1].id, "from": author}, emoji=content[2], **{"from": contact})
        elif content[0] == "file":
            self.later(self.show_file(contact, message_id, *content[1:]))

    async def show_file(self, contact, message_id, kind, described, reply):
        try:
            plain = await self.provider.files.fetch(kind, described)
        except WrongFile as error:
            return self.event("error", code=str(error), detail=f"the file of message {message_id}")
        shown = {"type": kind, "data": base64.b64encode(plain).decode(), "mimetype": described.mimetype or "application/octet-stream"}
        names = {field.name for field, _ in described.ListFields()}
        if "caption" in names:
            shown["caption"] = described.caption
        if "file_name" in names:
            shown["fileName"] = described.file_name
        self.show_message(contact, message_id, shown, reply)

    def show_message(self, contact, message_id, content, reply):
        replied = {} if reply is None else {"replyTo": {"id": reply.id, "from": bare(reply.author) if reply.author else contact}}
        self.event("message", id=message_id, content=content, **{"from": contact}, **replied)

    # The other features

    async def read(self, contact, ids):
        further = [node("list", {}, [node("item", {"id": each}) for each in ids[1:]])] if ids[1:] else None
        await self.online().send(node("receipt", {"id": ids[0], "to": contact, "type": "read"}, further))

    async def type(self, to, state):
        await self.online().send(node("chatstate", {"to": to}, [node(state)]))

    async def block(self, contact, action):
        item = node("item", {"action": action, "jid": contact})
        await self.online().request("set", "w:interop", [node("blocklist", {}, [item])])

    async def blocklist(self):
        answer = await self.online().request("get", "w:interop", [node("blocklist")])
        listed = answer.child("blocklist")
        return [item.attrs["jid"] for item in (listed.children if listed else [])]

    async def notify(self, to):
        await self.online().request("set", "w:interop", [node("reachability", {"jid": to})])
