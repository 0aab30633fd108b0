# A real SMTP server (aiosmtpd) that does what the tests ask of it, and writes down what it was told.
# Usage: smtp_peer.py LOG [cert=FILE key=FILE] [tls] [starttls] [auth] [tenth] [tokens=URL]. Says "ready PORT"; ends
# when its standard input does. What it is not: a relay; letters end here. What it does with a letter
# stands in the sender's token (bounce+refuse@…) and in the recipient's name (no.one@…, later.on@…).
import asyncio
import base64
import json
import logging
import ssl
import sys
import threading
import urllib.request
import warnings

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

logging.getLogger("mail").setLevel(logging.CRITICAL + 1)
warnings.simplefilter("ignore")
log = open(sys.argv[1], "a", buffering=1)
options = set(arg for arg in sys.argv[2:] if "=" not in arg)
values = dict(arg.split("=", 1) for arg in sys.argv[2:] if "=" in arg)
sessions = 0
recipients = 0


def tell(**what):
    log.write(json.dumps(what) + "\n")


def token(address):
    return (address or "").split("@")[0].partition("+")[2]


class Peer(SMTP):
    """SMTP with delivery reports (RFC 3461) offered, their parameters written down and taken off."""

    def connection_made(self, transport):
        global sessions
        if getattr(self, "number", None) is None:
            sessions += 1
            self.number = sessions
        super().connection_made(transport)

    def without(self, arg, kind):
        words = (arg or "").split(" ")
        self.told = [word for word in words[1:] if word.split("=")[0] in kind]
        return " ".join(word for word in words if word not in self.told)

    async def smtp_MAIL(self, arg):
        self.rcpt_told = {}
        arg = self.without(arg, ("RET", "ENVID"))
        self.mail_told = self.told
        await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg):
        arg = self.without(arg, ("NOTIFY", "ORCPT"))
        self.rcpt_told[arg] = self.told
        await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg):
        if token(self.envelope.mail_from) == "drop-in-data" and self.envelope.rcpt_tos:
            await self.push("354 go on")
            await self._reader.read(100)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class Handler:
    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        return responses[:-1] + ["250-DSN"] + responses[-1:]

    async def auth_XOAUTH2(self, server, args):
        """user=NAME^Aauth=Bearer TOKEN^A^A; whether the token holds is asked of who gave it."""
        said = base64.b64decode(args[1]) if len(args) > 1 else await server.challenge_auth("")
        words = said.decode().split("\x01")
        token = words[1].removeprefix("auth=Bearer ")
        with urllib.request.urlopen(values["tokens"] + token) as reply:
            good = json.load(reply)["active"] and words[0] == "user=kallad"
        login = LoginPassword(b"kallad", b"")
        return AuthResult(success=good, handled=False, auth_data=login if good else None)

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        what = token(address)
        if what == "busy":
            return "421 4.3.2 closing"
        if what == "unwelcome":
            return "550 5.7.1 sender not welcome"
        if what == "sign-in":
            return "530 5.7.0 sign in first"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        global recipients
        recipients += 1
        name = address.split("@")[0]
        if "tenth" in options and recipients % 10 == 0:
            return "451 4.3.0 later" if recipients % 20 == 0 else "550 5.1.1 nobody of that name"
        if name.startswith("no."):
            return "550 5.1.1 nobody of that name"
        if name.startswith("later."):
            return "451 4.7.1 greylisted"
        if name.startswith("many."):
            return "552 too many recipients"
        if name.startswith("policy."):
            return "550-5.7.1 not from you\r\n550 5.7.1 says our policy"
        if name.startswith("gone."):
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        what = token(envelope.mail_from)
        tell(
            sender=envelope.mail_from,
            to=envelope.rcpt_tos,
            bytes=envelope.original_content.decode("ascii"),
            session=server.number,
            tls=session.ssl is not None or "tls" in options,
            user=session.auth_data.login.decode() if session.authenticated else "",
            name=session.host_name,
            mail_told=server.mail_told,
            rcpt_told=server.rcpt_told,
        )
        if what == "drop-after-data":
            server.transport.abort()
        if what == "slow":
            await asyncio.sleep(30)
        if what == "refuse":
            return "554 5.6.0 not this letter"
        if what == "refuse-later":
            return "452 4.2.2 no room"
        if what == "hang-up":
            asyncio.get_running_loop().call_later(0.05, server.transport.abort)
        return "250 2.0.0 taken"


def sign_in(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and data.login == b"kallad" and data.password == "hemligt-å".encode()
    return AuthResult(success=good, handled=False if not good else True, auth_data=data)


async def main():
    context = None
    if "cert" in values:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(values["cert"], values["key"])

    def made():
        return Peer(
            Handler(),
            hostname="peer.example",
            tls_context=context if "starttls" in options else None,
            require_starttls="starttls" in options,
            auth_required="auth" in options,
            auth_require_tls="tls" not in options,
            auth_exclude_mechanism=["PLAIN", "LOGIN"] if "tokens" in values else ["XOAUTH2"],
            authenticator=sign_in,
            loop=asyncio.get_running_loop(),
        )

    server = await asyncio.get_running_loop().create_server(
        made, "127.0.0.1", int(values.get("port", 0)), ssl=context if "tls" in options else None
    )
    print("ready", server.sockets[0].getsockname()[1], flush=True)
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()

    def until_end():
        sys.stdin.read()
        loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=until_end, daemon=True).start()
    await ended.wait()


asyncio.run(main())
