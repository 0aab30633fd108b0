# A strict reader of letters: JSON of letters on standard input, a line for each fault on standard output.
# Not a mail client: it forgives nothing. What it holds letters against: RFC 5322, 2045, 5545, 5546, 6047.
import email
import email.policy
import email.utils
import json
import re
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

ONCE = ["From", "To", "Date", "Message-ID", "Subject", "MIME-Version", "Content-Type"]
EVENT_ONCE = ["UID", "DTSTAMP", "DTSTART", "SEQUENCE", "ORGANIZER", "SUMMARY"]


def unfolded(text):
    return re.sub("\r\n[ \t]", "", text).split("\r\n")


def properties(lines, of):
    """The lines of one component, without those of components within."""
    found, depth = [], []
    for line in lines:
        if line.startswith("BEGIN:"):
            depth.append(line[6:])
        elif line.startswith("END:"):
            depth.pop()
        elif depth and depth[-1] == of:
            name, _, value = line.partition(":")
            found.append((name.split(";")[0], name, value))
    return found


def zone_faults(lines, start):
    """The VTIMEZONE gives the same offset as Stockholm's at the start."""
    named = re.search("TZID=([^;:]+)", start[1])
    zones = [value for name, _, value in properties(lines, "VTIMEZONE") if name == "TZID"]
    if not named:
        return [] if start[2].endswith("Z") else ["a floating start"]
    if named[1].strip('"') not in zones:
        return ["no VTIMEZONE for " + named[1]]
    moment = datetime.strptime(start[2], "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo("Europe/Stockholm"))
    part = "DAYLIGHT" if moment.dst() else "STANDARD"
    to = [value for name, _, value in properties(lines, part) if name == "TZOFFSETTO"]
    return [] if to == [moment.strftime("%z")] else [f"{part} is {to} at {start[2]}"]


def calendar_faults(part):
    raw = part.get_payload(decode=True)
    faults = [f"calendar line of {len(line)} octets" for line in raw.split(b"\r\n") if len(line) > 75]
    if b"\n" in raw.replace(b"\r\n", b""):
        faults.append("calendar with bare line feeds")
    for line in raw.split(b"\r\n"):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            faults.append("a fold cuts a letter in two")
    lines = unfolded(raw.decode("utf-8"))
    whole = {name: value for name, _, value in properties(lines, "VCALENDAR")}
    method = whole.get("METHOD")
    if whole.get("VERSION") != "2.0" or not whole.get("PRODID") or method not in ("REQUEST", "CANCEL"):
        faults.append(f"calendar head {whole}")
    if part.get_content_type() == "text/calendar" and not part.get_filename():
        if part.get_param("method", "").upper() != method:
            faults.append("the part's method is not the calendar's")
    event = properties(lines, "VEVENT")
    names = [name for name, _, _ in event]
    faults += [f"{names.count(name)} of {name}" for name in EVENT_ONCE if names.count(name) != 1]
    faults += ["no ATTENDEE"] if "ATTENDEE" not in names else []
    first = {name: (name, full, value) for name, full, value in event}
    if not first["DTSTAMP"][2].endswith("Z"):
        faults.append("DTSTAMP is not in UTC")
    if method == "CANCEL" and first.get("STATUS", ("", "", ""))[2] != "CANCELLED":
        faults.append("a CANCEL without STATUS:CANCELLED")
    if method == "REQUEST" and "DTEND" not in names and "DURATION" not in names:
        faults.append("no end")
    for name in ("ORGANIZER", "ATTENDEE"):
        if name in first and not first[name][2].lower().startswith("mailto:"):
            faults.append(name + " is no mailto")
    key = (first["UID"][2], first["ATTENDEE"][2] if "ATTENDEE" in first else "")
    return faults + zone_faults(lines, first["DTSTART"]), (key, int(first["SEQUENCE"][2]), method)


def wire_faults(raw):
    faults = [f"line of {len(line)} octets" for line in raw.split(b"\r\n") if len(line) > 998]
    head = raw.split(b"\r\n\r\n")[0]
    faults += [f"head line of {len(line)}" for line in head.split(b"\r\n") if len(line) > 200]
    faults += ["bare line feed"] if b"\n" in raw.replace(b"\r\n", b"") else []
    faults += ["bare return"] if b"\r" in raw.replace(b"\r\n", b"") else []
    faults += ["a head that is not ASCII"] if any(byte > 126 for byte in head) else []
    return faults


def head_faults(mail):
    faults = [f"{len(mail.get_all(name, []))} of {name}" for name in ONCE if len(mail.get_all(name, [])) != 1]
    faults += ["Bcc"] if mail["Bcc"] else []
    date = email.utils.parsedate_to_datetime(mail["Date"])
    faults += ["a date without zone"] if date.tzinfo is None else []
    if not re.fullmatch(r"<[^<>@\s]+@[^<>@\s]+>", mail["Message-ID"]):
        faults.append("Message-ID " + mail["Message-ID"])
    faults += ["no Reply-To"] if not mail["Reply-To"] else []
    # What has an entry is answered also by a program that answers for somebody away.
    entry = any(part.get_content_type() == "text/calendar" for part in mail.walk())
    if not entry and mail["Auto-Submitted"] != "auto-generated":
        faults.append("no Auto-Submitted: auto-generated")
    return faults + [str(defect) for name in mail.keys() for defect in mail[name].defects]


def part_faults(mail):
    faults, kinds, entries = [], [], []
    for part in mail.walk():
        faults += [str(defect) for defect in part.defects]
        if part.is_multipart():
            continue
        kinds.append(part.get_content_type())
        way = str(part["Content-Transfer-Encoding"] or "7bit").lower()
        faults += [f"{kinds[-1]} as {way}"] if way not in ("7bit", "base64", "quoted-printable") else []
        if kinds[-1].startswith("text/") and (part.get_content_charset() or "") != "utf-8":
            faults.append(f"{kinds[-1]} in {part.get_content_charset()}")
        if kinds[-1] == "text/calendar" or kinds[-1] == "application/ics":
            found, entry = calendar_faults(part)
            faults += found
            entries.append(entry)
    if kinds[:2] != ["text/plain", "text/html"]:
        faults.append(f"parts {kinds}")
    if len(set(entries)) > 1:
        faults.append("the file says other than the part")
    return faults, entries


def main():
    ids, latest = set(), {}
    for letter in json.load(sys.stdin):
        raw = letter["bytes"].encode("latin-1") if letter["bytes"].isascii() else letter["bytes"].encode()
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        faults = wire_faults(raw) + head_faults(mail)
        found, entries = part_faults(mail)
        faults += found
        faults += ["Message-ID again"] if mail["Message-ID"] in ids else []
        ids.add(mail["Message-ID"])
        for key, sequence, method in set(entries):
            before = latest.get(key, (-1, ""))
            if (sequence, method) < before or (method == "REQUEST" and sequence == before[0]):
                faults.append(f"sequence {sequence} {method} after {before}")
            latest[key] = (sequence, method)
        for fault in faults:
            print(f"{mail['To']}: {mail['Subject']}: {fault}")


main()
