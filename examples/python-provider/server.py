"""The provider's server: key set, media host, push receiver (guide: identity.md, media.md, push.md)."""
import asyncio
import json

from aiohttp import web


class Server:
    def __init__(self, issuer, meta_keys, media_host, wake):
        self.issuer, self.meta_keys, self.media_host, self.wake = issuer, meta_keys, media_host, wake

    async def start(self):
        app = web.Application(client_max_size=4096)
        app.router.add_get("/.well-known/oauth/openid/jwks", self.key_set)
        app.router.add_route("*", "/media/{reference}", self.media_host.serve)
        app.router.add_post("/push", self.push)
        self.runner = web.AppRunner(app, access_log=None)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0)
        await site.start()
        self.base = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"

    @property
    def endpoints(self):
        return {
            "jwks": f"{self.base}/.well-known/oauth/openid/jwks",
            "media": f"{self.base}/media",
            "push": f"{self.base}/push",
        }

    async def stop(self):
        await self.runner.cleanup()

    async def key_set(self, request):
        headers = {"Content-Type": "application/jwk-set+json", "Cache-Control": "max-age=60"}
        return web.Response(body=self.issuer.key_set().encode(), headers=headers)

    async def push(self, request):
        """Only Meta may wake users. The answer does not wait for the connection."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        try:
            if scheme.lower() != "bearer":
                raise ValueError("no token")
            await self.meta_keys.verify(token, self.base)
        except Exception:
            return web.Response(status=401, headers={"WWW-Authenticate": "Bearer"})
        try:
            user = json.loads(await request.text())["to"]
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400)
        asyncio.get_running_loop().call_soon(self.wake, user)
        return web.Response(status=200)
