"""The driver of a provider with one deliberate mistake: with_mistake.py NAME. Without a name it prints them all."""
import importlib
import sys

from driver import main
from mistakes import known

for layer in ("identity", "channel", "stanzas", "messages", "files"):
    importlib.import_module(f"mistakes.{layer}")

if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in known:
        sys.exit("\n".join(["A mistake is missing. These are known:", *known]))
    main(known[sys.argv[1]]())
