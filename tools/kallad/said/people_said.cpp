// Reads or makes the key's file; the rest is naming.
// Not the settings' texts: adapters/config.
#include "tools/kallad/said/people_said.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>

namespace kallad::program {

namespace {

InstallationKey key_in(const std::filesystem::path& file) {
  InstallationKey key{};
  if (!std::filesystem::exists(file)) {
    std::ofstream made{file};
    std::filesystem::permissions(file,
                                 std::filesystem::perms::owner_read);  // before it says a word
    made << random_hex(key.size()) << '\n';
  }
  std::string text;
  std::ifstream{file} >> text;
  bool good = text.size() == 2 * key.size();
  for (std::size_t i = 0; good && i < key.size(); ++i) {
    const char* at = text.data() + 2 * i;
    good = std::from_chars(at, at + 2, key[i], 16).ptr == at + 2;
  }
  if (!good)
    throw std::runtime_error("nyckelfilen ska ha 64 hexadecimala tecken: " + file.string());
  return key;
}

std::filesystem::path key_file_of(const Settings& said) {
  return said.key_file.empty() ? std::filesystem::path{said.data} / "kallad.key"
                               : std::filesystem::path{said.key_file};
}

}  // namespace

InstallationKey key_said(const Settings& said) { return key_in(key_file_of(said)); }

PeopleSettings people_said(const Settings& said) {
  PeopleSettings people;
  people.file = std::filesystem::path{said.data} / "people.sqlite";
  people.sessions = {std::chrono::seconds{said.session_idle_seconds},
                     std::chrono::seconds{said.session_seconds}};
  return people;
}

std::string url_said(const Settings& said, std::uint16_t port) {
  if (!said.public_url.empty()) return said.public_url;
  const std::string scheme = said.tls_certificate.empty() ? "http" : "https";
  return scheme + "://" + said.address + ":" + std::to_string(port);
}

}  // namespace kallad::program
