"""Deliberate mistakes of the kind that a first implementation makes; for the tests of the harness.

    interop run m2-channel/login --provider "/usr/bin/python3 examples/python-provider/with_mistake.py handshake-keys-swapped"
"""
from parts import Parts

#: By name: the parts of a provider that makes this mistake and no other.
known = {}


def mistake(name, **others):
    """A provider with other classes in these places of Parts."""
    known[name] = type("Broken", (Parts,), others)


def changed(original, **methods):
    """A subclass with other methods. Each takes the original method first, then what that takes."""
    override = lambda method, change: lambda *args: change(method, *args)
    return type("Changed", (original,), {name: override(getattr(original, name), change) for name, change in methods.items()})
