"""The protobuf messages, compiled from proto/*.proto by protoc when the program starts.

    import schemas
    schemas.content.Message(conversation="Hello").SerializeToString()
"""
import importlib
import pathlib
import subprocess
import sys
import tempfile

_sources = pathlib.Path(__file__).parent / "proto"
_folder = tempfile.TemporaryDirectory(prefix="python-provider-")
subprocess.run(
    ["protoc", f"--proto_path={_sources}", f"--python_out={_folder.name}", *map(str, sorted(_sources.glob("*.proto")))],
    check=True,
)
sys.path.insert(0, _folder.name)
handshake = importlib.import_module("handshake_pb2")
certificate = importlib.import_module("certificate_pb2")
client_payload = importlib.import_module("client_payload_pb2")
content = importlib.import_module("content_pb2")
