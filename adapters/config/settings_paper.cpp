// docs/settings.md, made from the table of settings.
// Not prose of its own: what is told of a setting stands in the table.
#include "adapters/config/settings.hpp"

namespace kallad {

namespace {

std::string bounds_of(const Setting& setting) {
  const auto* number = boost::variant2::get_if<NumberSetting>(&setting.kind);
  if (number == nullptr) return "text";
  return std::to_string(number->least) + "–" + std::to_string(number->most);
}

std::string default_of(const Setting& setting) {
  const std::string value = value_of(Settings{}, setting);
  return value.empty() ? "(tom)" : "`" + value + "`";
}

}  // namespace

std::string settings_paper() {
  std::string paper =
      "# Inställningar\n\nGjord av tools/schema_writer ur tabellen i adapters/config; ändra den, "
      "inte den "
      "här filen. Det som sägs på\nkommandoraden går före miljön, som går före filen (`--config "
      "FIL`, TOML), "
      "som går före standardvärdet.\n`kallad config check` skriver ut vad som skulle gälla, eller "
      "allt som är "
      "fel, utan att starta något.\n\n"
      "| i filen | standard | gränser | på kommandoraden | i miljön | vad det är |\n"
      "| --- | --- | --- | --- | --- | --- |\n";
  for (const Setting& setting : all_settings()) {
    paper += "| `" + std::string{setting.key} + "` | " + default_of(setting) + " | " +
             bounds_of(setting) + " | `" + flag_of(setting) + "` | `" + environment_of(setting) +
             "` | " + std::string{setting.about} + " |\n";
  }
  return paper;
}

}  // namespace kallad
