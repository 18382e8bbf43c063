"""The cashier's signatures (HMAC-SHA256) for Python 3.9 and later. Copy this file: it needs nothing else."""

import base64
import hashlib
import hmac
import sys
import time
from urllib.parse import parse_qs

TOLERANCE_S = 300


def _hex(key: str, text: str) -> str:
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def canonical(fields: dict) -> str:
    """`name=value` joined by `&`, names in ASCII order, blanks and `sign` left out, nothing percent-encoded."""
    return "&".join(f"{name}={fields[name]}" for name in sorted(fields) if name != "sign" and fields[name])


def sign_link(secret: str, fields: dict) -> str:
    """`sign` of a signed link."""
    return _hex(secret, canonical(fields))


def verify_return(secret: str, address: str) -> bool:
    """Did the cashier send this shopper back? The address as the browser asked for it."""
    query = parse_qs(address.partition("#")[0].partition("?")[2], keep_blank_values=True)
    names = ("order_id", "order_no", "status", "timestamp", "key_id")
    fields = {name: query.get(name, [""])[0] for name in names}
    given = query.get("sign", [""])[0]
    return hmac.compare_digest(_hex(secret, canonical(fields)).encode(), given.encode())


def verify_webhook(secrets: list, webhook_id: str, timestamp: str, signature: str, body: bytes, now=None) -> bool:
    """Is this notice the cashier's? `body` as the bytes that came. Several secrets while you change them."""
    now = time.time() if now is None else now
    if not webhook_id or not timestamp or not signature:
        return False
    if not timestamp.isascii() or not timestamp.isdigit() or abs(now - int(timestamp)) > TOLERANCE_S:
        return False
    text = f"{webhook_id}.{timestamp}.".encode() + body
    for secret in secrets:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        if not key:  # Anybody can sign with no secret.
            continue
        wanted = "v1," + base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()
        if any(hmac.compare_digest(given.encode(), wanted.encode()) for given in signature.split(" ")):
            return True
    return False


def sign_request(secret: str, method: str, target: str, timestamp: str, nonce: str, body: bytes = b"") -> str:
    """The signature of an API call, for the header Cashier-Signature. A new nonce for every call."""
    return _hex(secret, "\n".join([method, target, timestamp, nonce, hashlib.sha256(body).hexdigest()]))


# To try it: `python3 cashier-signature.py sign-link < input`; what each takes is in README.md.
if __name__ == "__main__":
    command, now = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else None
    raw = sys.stdin.buffer.read().split(b"\n")
    lines = [line.decode() for line in raw]
    if command == "sign-link":
        print(sign_link(lines[0], dict(line.split("=", 1) for line in lines[1:])))
    elif command == "verify-return":
        print(str(verify_return(lines[0], lines[1])).lower())
    elif command == "verify-webhook":
        print(str(verify_webhook(lines[0].split(" "), *lines[1:4], b"\n".join(raw[4:]), now)).lower())
    elif command == "sign-request":
        print(sign_request(*lines[:5], b"\n".join(raw[5:])))
