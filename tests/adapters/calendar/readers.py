# Reads calendar texts with programs of others, and says in one form what each makes of them.
# Not a judge: what must agree is in readers_test.cpp. Rule kept: the readers are used as they come, by their own
# idea of time zones. Words: READER FOLDER; output: JSON, uid to what was understood.
import datetime, json, os, pathlib, subprocess, sys

UTC = datetime.timezone.utc


def stamp(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def by_icalendar(text):
    import icalendar

    calendar = icalendar.Calendar.from_ical(text)
    for event in calendar.walk("VEVENT"):
        attendee = event.get("ATTENDEE")
        yield str(event["UID"]), {
            "start": stamp(event["DTSTART"].dt),
            "end": stamp(event["DTEND"].dt),
            "stamped": stamp(event["DTSTAMP"].dt),
            "sequence": int(event["SEQUENCE"]),
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "location": str(event.get("LOCATION", "")),
            "url": str(event.get("URL", "")),
            "status": str(event["STATUS"]),
            "class": str(event["CLASS"]),
            "method": str(calendar["METHOD"]),
            "organizer": str(event["ORGANIZER"]),
            "attendee": "" if attendee is None else str(attendee),
            "attendee_name": "" if attendee is None else str(attendee.params.get("CN", "")),
            "alarms": len(list(event.walk("VALARM"))),
        }


def by_vobject(text):
    import vobject

    calendar = vobject.readOne(text.decode())
    for event in calendar.vevent_list:
        has = event.contents
        yield event.uid.value, {
            "start": stamp(event.dtstart.value),
            "end": stamp(event.dtend.value),
            "stamped": stamp(event.dtstamp.value),
            "sequence": int(event.sequence.value),
            "summary": event.summary.value,
            "description": event.description.value,
            "location": event.location.value if "location" in has else "",
            "url": event.url.value if "url" in has else "",
            "status": event.status.value,
            "class": has["class"][0].value,
            "method": calendar.method.value,
            "organizer": event.organizer.value,
            "attendee": event.attendee.value if "attendee" in has else "",
            "attendee_name": event.attendee.params.get("CN", [""])[0] if "attendee" in has else "",
            "alarms": len(has.get("valarm", [])),
        }


def khal(folder, zone, words):
    home = folder / ("khal-" + zone.replace("/", "-"))
    vdir = home / "calendar"
    vdir.mkdir(parents=True, exist_ok=True)
    config = home / "config"
    config.write_text(
        f"[calendars]\n[[meetings]]\npath = {vdir}\n[locale]\nlocal_timezone = {zone}\n"
        "default_timezone = Europe/Stockholm\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {home}/khal.db\n"
    )
    done = subprocess.run(
        ["/usr/bin/khal", "-c", str(config), *words],
        env={**os.environ, "TZ": "Europe/Stockholm", "HOME": str(home), "LC_ALL": "C.UTF-8"},
        capture_output=True, text=True, check=True,
    )
    return done.stdout


def by_khal(folder, files, zone):
    khal(folder, zone, ["import", "--batch", "-a", "meetings", *map(str, files)])
    form = "{uid}|{start-long-full}|{end-long-full}|{title}|{location}|{status}{nl}"
    for line in khal(folder, zone, ["list", "--once", "--day-format", "", "--format", form, "2026-01-01", "2040-01-01"]).splitlines():
        if "|" not in line:
            continue
        uid, start, end, title, location, status = line.split("|")
        yield uid, {
            "start": start.replace(" ", "T") + ":00",
            "end": end.replace(" ", "T") + ":00",
            "summary": title, "location": location, "status": status.strip(),
        }


def main():
    reader, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    files = sorted(folder.glob("*.ics"))
    out = {}
    if reader.startswith("khal:"):
        out = dict(by_khal(folder, files, reader[5:]))
    else:
        read = {"icalendar": by_icalendar, "vobject": by_vobject}[reader]
        for file in files:
            out.update(read(file.read_bytes()))
    json.dump(out, sys.stdout)


main()
