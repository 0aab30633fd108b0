# An authorization server for the tests: gives tokens to whom it knows, says of each whether it holds,
# and takes them back. What it is not: OpenID Connect; nobody signs in here but a program.
# Usage: token_peer.py [SECONDS]. Says "ready PORT"; ends when its standard input does.
#   POST /token       a new token, to the client "kallad" with the secret "hemligt"; SECONDS: how long it lasts
#   GET  /introspect  as Dovecot asks: the token behind what it was given
#   POST /revoke      all tokens given so far hold no more
#   GET  /given       how many were given
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

lasts = int(sys.argv[1]) if len(sys.argv) > 1 else 3600
given = []
good = set()


class Peer(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, status, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def do_POST(self):
        said = parse_qs(self.rfile.read(int(self.headers.get("content-length", 0))).decode())
        if self.path == "/revoke":
            good.clear()
            return self.answer(200, {})
        known = (
            said.get("grant_type") == ["client_credentials"]
            and said.get("client_id") == ["kallad"]
            and said.get("client_secret") == ["hemligt"]
        )
        if self.path != "/token" or not known:
            return self.answer(401, {"error": "invalid_client"})
        token = f"token-{len(given) + 1}-{said.get('scope', ['none'])[0]}"
        given.append(token)
        good.add(token)
        self.answer(200, {"access_token": token, "token_type": "Bearer", "expires_in": lasts})

    def do_GET(self):
        where = urlparse(self.path)
        if where.path == "/given":
            return self.answer(200, len(given))
        token = where.path.removeprefix("/introspect/").split("&")[0]  # Dovecot adds who it is itself
        self.answer(200, {"active": token in good, "username": "kallad"})


server = ThreadingHTTPServer(("127.0.0.1", 0), Peer)
threading.Thread(target=server.serve_forever, daemon=True).start()
print("ready", server.server_address[1], flush=True)
sys.stdin.read()
