"""The driver: one JSON request a line on stdin, one answer a line on stdout.

    interop run --provider "/usr/bin/python3 examples/python-provider/driver.py"
"""
import asyncio
import json
import logging
import sys

from parts import Parts
from provider import Failure, Provider


async def answer(provider, request):
    try:
        return {"result": await provider.handle(request["method"], request.get("params") or {})}
    except LookupError as error:
        return {"error": {"code": -32601, "message": f"not offered: {error}"}}
    except Failure as failure:
        return {"error": {"code": -32000, "message": str(failure), "data": {"code": failure.code, "detail": str(failure)}}}
    except Exception as error:
        name = type(error).__name__
        return {"error": {"code": -32000, "message": f"{name}: {error}", "data": {"code": "failed", "detail": f"{name}: {error}"}}}


async def serve(parts):
    loop = asyncio.get_running_loop()
    lines = asyncio.StreamReader(limit=256 * 2**20)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    provider = Provider(parts)
    while line := await lines.readline():
        request = json.loads(line)
        reply = {"jsonrpc": "2.0", "id": request["id"], **await answer(provider, request)}
        print(json.dumps(reply), flush=True)
    await provider.close()


def main(parts=Parts()):
    # The library says on stderr what it thinks of each message.
    logging.disable(logging.CRITICAL)
    asyncio.run(serve(parts))


if __name__ == "__main__":
    main()
