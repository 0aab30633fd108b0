// Reads calendar texts with ical.js, which Thunderbird reads with; words: the module's folder, the folder of texts.
// Not a judge: what must agree is in readers_test.cpp. Output: JSON, uid to what was understood.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [modules, folder] = process.argv.slice(2);
const { default: ICAL } = await import(join(modules, "ical.js/dist/ical.js"));
const stamp = (time) => time.convertToZone(ICAL.Timezone.utcTimezone).toString().replace(/\.000Z$/, "Z");
const out = {};
for (const file of readdirSync(folder).filter((name) => name.endsWith(".ics"))) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, file), "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  for (const event of calendar.getAllSubcomponents("vevent")) {
    const value = (name) => String(event.getFirstPropertyValue(name) ?? "");
    const attendee = event.getFirstProperty("attendee");
    out[value("uid")] = {
      start: stamp(event.getFirstPropertyValue("dtstart")),
      end: stamp(event.getFirstPropertyValue("dtend")),
      stamped: stamp(event.getFirstPropertyValue("dtstamp")),
      sequence: Number(value("sequence")),
      summary: value("summary"),
      description: value("description"),
      location: value("location"),
      url: value("url"),
      status: value("status"),
      class: value("class"),
      method: String(calendar.getFirstPropertyValue("method")),
      organizer: value("organizer"),
      attendee: value("attendee"),
      attendee_name: attendee?.getFirstParameter("cn") ?? "",
      alarms: event.getAllSubcomponents("valarm").length,
    };
  }
}
process.stdout.write(JSON.stringify(out));
