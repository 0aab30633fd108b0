// Lines at the end of a file, each whole or told of.
// Not SQLite: it is read where no store is, and by people.
#include "adapters/gone/gone_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

namespace kallad {

namespace {

using nlohmann::ordered_json;

std::int64_t number_of(Instant moment) { return moment.time_since_epoch().count(); }

Instant instant_of(std::int64_t number) { return Instant{Instant::duration{number}}; }

/// What a line says of a disposal: that it went, or what became of that.
enum class Says { gone, taken_back, told };

std::string line_of(const GoneCase& one, Says says) {
  ordered_json line{{"case", one.of_case.text},        {"opened", number_of(one.opened_at)},
                    {"principal", one.principal.text}, {"day", iso(one.at).substr(0, 10)},
                    {"at", number_of(one.at)},         {"command", one.command_id}};
  if (says == Says::taken_back) line["taken_back"] = true;
  if (says == Says::told) line["told"] = true;
  return line.dump() + "\n";
}

/// Adds the line to what stands in the file so far, or takes one back; false where it is no line.
bool take_line(GoneCases& all, const std::string& text) {
  const auto line = ordered_json::parse(text, nullptr, false);
  try {
    const GoneCase one{CaseId{line.at("case").get<std::string>()},
                       instant_of(line.at("opened").get<std::int64_t>()),
                       PrincipalId{line.at("principal").get<std::string>()},
                       instant_of(line.at("at").get<std::int64_t>()),
                       line.at("command").get<std::string>()};
    if (line.contains("taken_back")) {
      std::erase(all.cases, one);
    } else if (line.contains("told")) {
      all.told.push_back(one);
    } else {
      all.cases.push_back(one);
    }
    return true;
  } catch (const ordered_json::exception&) {
    return false;
  }
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& file, int flags)
      : number_(open(file.c_str(), flags, 0600)) {
    if (number_ < 0) fail(file);
  }
  ~Descriptor() { close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  [[noreturn]] static void fail(const std::filesystem::path& file) {
    throw std::system_error(errno, std::generic_category(), file.string());
  }

 private:
  int number_;
};

bool ends_whole(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary | std::ios::ate};
  if (!in || in.tellg() == std::streampos{0}) return true;
  in.seekg(-1, std::ios::end);
  return in.get() == '\n';
}

}  // namespace

GoneCases GoneFile::read() const {
  GoneCases all;
  std::ifstream in{file_, std::ios::binary};
  all.is_there = static_cast<bool>(in);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && !take_line(all, line)) ++all.unreadable;
  }
  return all;
}

void GoneFile::write(const std::string& lines) const {
  const bool is_new = !std::filesystem::exists(file_);
  std::string text = ends_whole(file_) ? lines : "\n" + lines;
  {
    const Descriptor out{file_, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC};
    for (std::string_view rest = text; !rest.empty();) {
      const ssize_t done = ::write(out.number(), rest.data(), rest.size());
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) Descriptor::fail(file_);
      rest.remove_prefix(static_cast<std::size_t>(done));
    }
    if (fdatasync(out.number()) != 0) Descriptor::fail(file_);
  }
  if (!is_new) return;
  const auto folder = std::filesystem::absolute(file_).parent_path();
  const Descriptor of_folder{folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC};
  if (fsync(of_folder.number()) != 0) Descriptor::fail(folder);
}

void GoneFile::add(std::span<const GoneCase> cases) const {
  std::string lines;
  for (const GoneCase& one : cases) lines += line_of(one, Says::gone);
  write(lines);
}

void GoneFile::take_back(std::span<const GoneCase> cases) const {
  std::string lines;
  for (const GoneCase& one : cases) lines += line_of(one, Says::taken_back);
  write(lines);
}

void GoneFile::note_told(std::span<const GoneCase> cases) const {
  std::string lines;
  for (const GoneCase& one : cases) lines += line_of(one, Says::told);
  write(lines);
}

}  // namespace kallad
