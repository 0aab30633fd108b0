// `kallad submit`: lines of commands to the desk, answers as lines of JSON.
// Not a service: it holds the store's lock while it runs, and notes first what time has demanded
// since somebody last wrote (rulings, "Declining and deadlines": after downtime deadlines fire).
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/brain/engine_brain.hpp"
#include "adapters/brain/letters.hpp"
#include "adapters/brain/rows.hpp"
#include "adapters/clock/clock.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/desk/desk.hpp"
#include "adapters/gone/remembering_store.hpp"
#include "adapters/store/sqlite/store.hpp"
#include "adapters/wording/words/refusal_text.hpp"
#include "tools/kallad/envelope.hpp"
#include "tools/kallad/look/look.hpp"
#include "tools/kallad/said/settings_said.hpp"
#include "tools/kallad/verbs.hpp"

namespace kallad::program {

namespace {

using nlohmann::ordered_json;

ordered_json told(std::string_view rule, const RefusalData& data) {
  ordered_json values = ordered_json::array();
  for (const auto& [name, value] : data) values.push_back({{"name", name}, {"value", value}});
  return {{"rule", rule}, {"data", values}, {"text", text_of(rule, data, Language::swedish)}};
}

ordered_json told(const CodecErrors& errors) {
  ordered_json list = ordered_json::array();
  for (const CodecError& error : errors) {
    ordered_json one = told(error.rule, error.data);
    one["path"] = error.path;
    list.push_back(std::move(one));
  }
  return {{"answer", "invalid"}, {"errors", list}};
}

ordered_json told(const Outcome& outcome) {
  ordered_json answer{{"answer", name_of(outcome.answer)}, {"version", outcome.version}};
  if (outcome.stored()) {
    answer["events"] = ordered_json::array();
    for (const RecordedEvent& event : outcome.events) {
      answer["events"].push_back({{"sequence", event.sequence},
                                  {"at", iso(event.at)},
                                  {"type", event.type},
                                  {"version", event.version},
                                  {"data", ordered_json::parse(event.payload)}});
    }
  } else if (outcome.answer == Answer::refused) {
    answer["refusals"] = ordered_json::array();
    for (const RefusalRow& row : read_refusals(outcome.detail)) {
      RefusalData data;
      for (const NamedValue& each : row.data) data.emplace_back(each.name, each.value);
      answer["refusals"].push_back(told(row.rule, data));
    }
  } else if (!outcome.detail.empty()) {
    answer["detail"] = outcome.detail;
  }
  return answer;
}

int code_of(const Outcome& outcome) {
  switch (outcome.answer) {
    case Answer::accepted:
    case Answer::repeated:
      return good;
    case Answer::refused:
    case Answer::version_conflict:
    case Answer::command_id_reused:
      return answer_is_no;
    default:
      return accident;
  }
}

class Counter {
 public:
  Counter(const SubmitOptions& options, const Settings& said)
      : context_{options.case_id, options.to_register},
        store_(place_in(options.data), Access::create),
        remembering_(store_, gone_file_of(said),
                     [](const std::string& line) { std::cerr << "kallad: " << line << '\n'; }),
        brain_(log_of(remembering_), Calendar{stockholm()}),
        desk_(remembering_, brain_, [this] { return clock_.now(); }) {
    desk_.fire_due(clock_.now());
  }

  int answer(const std::string& line, std::size_t number) {
    auto read = read_envelope(line, context_);
    if (!read) return print(told(read.errors()), number, wrong_input);
    const Outcome outcome = desk_.submit_now(std::move(read.value()));
    for (const RecordedEvent& event : outcome.events) {
      if (event.type == ConsentWithdrawn::id) stop_letters(desk_);
    }
    return print(told(outcome), number, code_of(outcome));
  }

 private:
  static int print(ordered_json answer, std::size_t number, int code) {
    answer["line"] = number;
    std::cout << answer.dump() << std::endl;
    return code;
  }

  EnvelopeContext context_;
  SystemClock clock_;
  SqliteStore store_;
  RememberingStore remembering_;
  EngineBrain brain_;
  Desk desk_;
};

}  // namespace

GoneFile gone_file_of(const Settings& said) {
  const std::filesystem::path folder{said.backup_folder.empty() ? said.data : said.backup_folder};
  return GoneFile{folder / gone_file_name};
}

int run_submit(const SubmitOptions& options) {
  std::ifstream file;
  if (options.file != "-") file.open(options.file, std::ios::binary);
  if (options.file != "-" && !file) {
    std::cerr << "kallad: filen " << options.file.string() << " går inte att läsa\n";
    return wrong_input;
  }
  std::istream& in = options.file == "-" ? std::cin : file;
  const auto said = read_settings(options.config, {{"data", options.data.string()}});
  if (!said) return wrong_input;
  std::filesystem::create_directories(options.data);
  Counter counter{options, *said};
  int worst = good;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    worst = std::max(worst, counter.answer(line, number));
  }
  return worst;
}

}  // namespace kallad::program
