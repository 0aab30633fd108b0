# A service that sends SMS and secure messages, as the tests ask of it: it verifies the signature as the
# Standard Webhooks specification has it, and writes down what it was told. What it is not: a sender.
# Usage: gateway_peer.py LOG SECRET. Says "ready PORT"; ends when its standard input does. Numbers that end
# with 404 are refused for good, those with 503 for now.
import base64
import hashlib
import hmac
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

log = open(sys.argv[1], "a", buffering=1)
key = base64.b64decode(sys.argv[2].removeprefix("whsec_"))


class Peer(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        signed = f"{self.headers['webhook-id']}.{self.headers['webhook-timestamp']}.".encode() + body
        wanted = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        said = json.loads(body)
        status = 200 if self.headers["webhook-signature"] == wanted else 401
        for code in (404, 503):
            if said["data"]["to"].endswith(str(code)):
                status = code
        log.write(json.dumps({"id": self.headers["webhook-id"], "status": status, "body": said}) + "\n")
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()


server = ThreadingHTTPServer(("127.0.0.1", 0), Peer)
threading.Thread(target=server.serve_forever, daemon=True).start()
print("ready", server.server_address[1], flush=True)
sys.stdin.read()
