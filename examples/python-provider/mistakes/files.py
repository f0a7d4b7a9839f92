"""Milestone 4: files, hosts."""
import hashlib
import hmac

from aiohttp import web

from media import FileCipher, Files, MediaHost, sha256
from mistakes import changed, mistake


def cipher(name, **methods):
    mistake(name, file_cipher=changed(FileCipher, **methods))


def described(name, change):
    """A message that says other things of the file."""

    def publish(original, self, kind, plain, now):
        found = original(self, kind, plain, now)
        return {**found, **change(found, plain, self)}

    mistake(name, files=changed(Files, publish=publish))


def host(name, **methods):
    mistake(name, media_host=changed(MediaHost, **methods))


def mac_whole(_, self, mac_key, iv, ciphertext):
    return hmac.new(mac_key, iv + ciphertext, hashlib.sha256).digest()


def reading_checked(original, self, blob, media_key, kind):
    """Opens whatever it is given."""
    iv, _, mac_key = self.keys(media_key, kind)
    return original(self, blob[:-10] + self.mac(mac_key, iv, blob[:-10]), media_key, kind)


cipher("file-info-of-image", keys=lambda keys, self, media_key, _: keys(self, media_key, "image"))
cipher("file-mac-without-iv", mac=lambda mac, self, mac_key, _, ciphertext: mac(self, mac_key, b"", ciphertext))
cipher("file-mac-of-32-bytes", mac=mac_whole)
cipher("file-iv-zero", keys=lambda keys, self, media_key, kind: (bytes(16), *keys(self, media_key, kind)[1:]))
cipher("file-iv-in-front", encrypt=lambda encrypt, self, plain, media_key, kind: self.keys(media_key, kind)[0] + encrypt(self, plain, media_key, kind))
cipher("file-mac-unchecked", decrypt=reading_checked)
described("file-hash-of-plaintext", lambda found, plain, _: {"file_enc_sha256": sha256(plain)})
described("file-hash-as-hex", lambda found, plain, _: {"file_sha256": sha256(plain).hex().encode()})
described("file-length-of-ciphertext", lambda found, plain, _: {"file_length": len(plain) + 26})
described("path-with-host", lambda found, _, files: {"direct_path": files.settings.meta["mediaUrl"].rstrip("/") + found["direct_path"]})
described("path-without-integrator", lambda found, *_: {"direct_path": "/" + found["direct_path"].strip("/").rsplit("/", 1)[1]})


def short_range(range_of, self, request, length, tag):
    """As in languages whose ranges end before their last number."""
    found = range_of(self, request, length, tag)
    return (found[0], found[1] - 1) if isinstance(found, tuple) else found


async def as_whole(serve, self, request):
    answer = await serve(self, request)
    return web.Response(status=200, body=answer.body, headers=answer.headers) if answer.status == 206 else answer


async def without_content_range(serve, self, request):
    answer = await serve(self, request)
    answer.headers.pop("Content-Range", None)
    return answer


host("range-off-by-one", range=short_range)
host("range-with-status-200", serve=as_whole)
host("range-without-content-range", serve=without_content_range)
