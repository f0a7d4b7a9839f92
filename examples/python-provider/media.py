"""Milestone 4: files (guide: media.md)."""
import asyncio
import hashlib
import hmac
import re
import secrets

import aiohttp
from aiohttp import web
from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from noise import hkdf

INFO = {
    "image": b"WhatsApp Image Keys",
    "video": b"WhatsApp Video Keys",
    "audio": b"WhatsApp Audio Keys",
    "voice": b"WhatsApp Audio Keys",
    "document": b"WhatsApp Document Keys",
}


class WrongFile(Exception):
    """It is not the file that the message describes, or it is not there."""


class FileCipher:
    def keys(self, media_key, kind):
        derived = hkdf(b"", media_key, INFO[kind], 112)
        return derived[:16], derived[16:48], derived[48:80]

    def mac(self, mac_key, iv, ciphertext):
        return hmac.new(mac_key, iv + ciphertext, hashlib.sha256).digest()[:10]

    def encrypt(self, plain, media_key, kind):
        iv, cipher_key, mac_key = self.keys(media_key, kind)
        padder = padding.PKCS7(128).padder()
        encryptor = Cipher(algorithms.AES(cipher_key), modes.CBC(iv)).encryptor()
        ciphertext = encryptor.update(padder.update(plain) + padder.finalize()) + encryptor.finalize()
        return ciphertext + self.mac(mac_key, iv, ciphertext)

    def decrypt(self, blob, media_key, kind):
        iv, cipher_key, mac_key = self.keys(media_key, kind)
        ciphertext, mac = blob[:-10], blob[-10:]
        if not hmac.compare_digest(mac, self.mac(mac_key, iv, ciphertext)):
            raise WrongFile("media-mac")
        try:
            decryptor = Cipher(algorithms.AES(cipher_key), modes.CBC(iv)).decryptor()
            unpadder = padding.PKCS7(128).unpadder()
            return unpadder.update(decryptor.update(ciphertext) + decryptor.finalize()) + unpadder.finalize()
        except ValueError as error:
            raise WrongFile("media-padding") from error


def sha256(data):
    return hashlib.sha256(data).digest()


class Files:
    """Encrypts files for the media host, and fetches those of WhatsApp users."""

    attempts = 4

    def __init__(self, cipher, host, settings, http):
        self.cipher, self.host, self.settings, self.http = cipher, host, settings, http

    def publish(self, kind, plain, now):
        """Stores the encrypted file. Returns what the message says of it."""
        media_key = secrets.token_bytes(32)
        blob = self.cipher.encrypt(plain, media_key, kind)
        reference = self.host.store(blob)
        return {
            "media_key": media_key,
            "file_sha256": sha256(plain),
            "file_enc_sha256": sha256(blob),
            "file_length": len(plain),
            "direct_path": f"/interop/whatsapp/download/{self.settings.integrator['slug']}/{reference}/",
            "media_key_timestamp": now,
        }

    async def fetch(self, kind, described):
        """The plain file, if it is exactly the one that the message describes."""
        blob = await self.download(described.direct_path)
        if sha256(blob) != described.file_enc_sha256:
            raise WrongFile("media-hash")
        plain = self.cipher.decrypt(blob, described.media_key, kind)
        if sha256(plain) != described.file_sha256:
            raise WrongFile("media-plain-hash")
        if described.HasField("file_length") and described.file_length != len(plain):
            raise WrongFile("media-length")
        return plain

    async def download(self, path):
        if not path.startswith("/"):
            raise WrongFile("media-path")
        url = self.settings.meta["mediaUrl"].rstrip("/") + path
        for attempt in range(1, self.attempts + 1):
            try:
                async with self.http.get(url, headers={"Accept-Encoding": "identity"}, allow_redirects=False) as response:
                    if response.status == 200:
                        return await response.read()
                    if response.status < 500:
                        raise WrongFile(f"media-status-{response.status}")
                    problem = f"media-status-{response.status}"
            except (aiohttp.ClientError, asyncio.TimeoutError) as error:
                problem = f"media-{type(error).__name__}"
            if attempt < self.attempts:
                await asyncio.sleep(self.settings.reconnect_s * 2**attempt)
        raise WrongFile(problem)


class MediaHost:
    """Hands out encrypted files to anyone who knows the reference."""

    def __init__(self):
        self.files = {}

    def store(self, blob):
        reference = secrets.token_urlsafe(24)
        self.files[reference] = blob
        return reference

    async def serve(self, request):
        blob = self.files.get(request.match_info["reference"])
        if blob is None or request.method not in ("GET", "HEAD"):
            return web.Response(status=404)
        headers = {"Content-Type": "application/octet-stream", "Accept-Ranges": "bytes", "ETag": self.tag(blob), "Server": "media"}
        if headers["ETag"] in re.findall(r'"[^"]*"', request.headers.get("If-None-Match", "")):
            return web.Response(status=304, headers=headers)
        found = self.range(request, len(blob), headers["ETag"])
        if found is None:
            return web.Response(body=blob, headers=headers)
        if found == "none":
            return web.Response(status=416, headers={**headers, "Content-Range": f"bytes */{len(blob)}"})
        first, last = found
        headers["Content-Range"] = f"bytes {first}-{last}/{len(blob)}"
        return web.Response(status=206, body=blob[first : last + 1], headers=headers)

    def tag(self, blob):
        return f'"{hashlib.sha256(blob).hexdigest()[:32]}"'

    def range(self, request, length, tag):
        """First and last byte, "none" for a range without any, None for the whole file."""
        wanted = re.fullmatch(r"bytes=(\d{0,15})-(\d{0,15})", request.headers.get("Range", ""))
        if request.method == "HEAD" or not wanted or wanted.groups() == ("", ""):
            return None
        if request.headers.get("If-Range", tag) != tag:
            return None
        first, last = wanted.groups()
        if first == "":
            suffix = min(int(last), length)
            return (length - suffix, length - 1) if suffix else "none"
        first = int(first)
        last = min(int(last), length - 1) if last else length - 1
        if first >= length:
            return "none"
        return (first, last) if first <= last else None
