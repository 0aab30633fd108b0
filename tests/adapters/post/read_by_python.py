# An independent reader of mail: python's own email package, with its strictest policy of reading.
# Reads bytes from standard input and writes what it found as JSON. What it is not: lenient; a
# defect that it finds in any part is told.
import email.parser
import email.policy
import json
import sys


def told(part):
    found = {
        "type": part.get_content_type(),
        "defects": [type(each).__name__ for each in part.defects],
        "file": part.get_filename(),
        "method": part.get_param("method"),
        "charset": part.get_content_charset(),
    }
    for value in part.values():
        found["defects"] += [type(each).__name__ for each in value.defects]
    if part.is_multipart():
        found["parts"] = [told(each) for each in part.iter_parts()]
    else:
        raw = part.get_payload(decode=True)
        try:
            found["content"] = raw.decode("utf-8")
        except UnicodeDecodeError:
            found["content"] = raw.hex()
    return found


def people(value):
    return [[each.display_name, each.addr_spec] for each in value.addresses] if value else []


raw = sys.stdin.buffer.read()
mail = email.parser.BytesParser(policy=email.policy.default).parsebytes(raw)
json.dump(
    {
        "ascii": raw.isascii(),
        "longest": max(len(line) for line in raw.split(b"\r\n")),
        "bare": raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
        "names": sorted(name.lower() for name in mail.keys()),
        "from": people(mail["From"]),
        "to": people(mail["To"]),
        "cc": people(mail["Cc"]),
        "reply_to": people(mail["Reply-To"]),
        "subject": mail["Subject"],
        "date": mail["Date"].datetime.timestamp(),
        "message_id": mail["Message-ID"],
        "in_reply_to": mail["In-Reply-To"],
        "references": mail["References"],
        "unsubscribe": mail["List-Unsubscribe"],
        "body": told(mail),
    },
    sys.stdout,
)
