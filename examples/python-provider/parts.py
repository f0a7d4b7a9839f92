"""Which class or function does what. A provider with a deliberate mistake is a subclass of Parts with one other part."""
import channel
import enlistment
import media
import messages
import noise
import server
import signal_sessions
import stanza
import tokens
import user


class Parts:
    token_issuer = tokens.TokenIssuer
    meta_keys = tokens.MetaKeys
    enlistment = enlistment.Enlistment
    frames = noise.Frames
    handshake = noise.Handshake
    channel = channel.Channel
    user = user.User
    writer = stanza.Writer
    reader = stanza.Reader
    keys = signal_sessions.Keys
    sessions = signal_sessions.Sessions
    contents = messages.Contents
    pad = staticmethod(messages.pad)
    unpad = staticmethod(messages.unpad)
    file_cipher = media.FileCipher
    files = media.Files
    media_host = media.MediaHost
    server = server.Server
