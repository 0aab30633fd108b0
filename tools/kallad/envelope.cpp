// The envelope is read here, its parts by the codec; errors of a part get the part's path before.
// Not lenient: an unknown field is an error, as everywhere.
#include "tools/kallad/envelope.hpp"

#include <nlohmann/json.hpp>

#include "adapters/codec/codec.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad::program {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 5> fields = {"actor", "command_id", "expected_version",
                                                    "case", "command"};

class Envelope {
 public:
  Envelope(const json& tree, const EnvelopeContext& context) : tree_(tree), context_(context) {}

  Read<Submission> read() {
    if (!tree_.is_object())
      return CodecErrors{{"", codec::rule::wrong_type, {{"expected", "object"}}}};
    refuse_unknown();
    const auto actor = part<Actor>("actor");
    const std::string id = text("command_id");
    const std::string stream = stream_name();
    const auto command = context_.to_register ? widened(part<LedgerCommand>("command"))
                                              : widened(part<FileCommand>("command"));
    const auto version = expected_version();
    if (!errors_.empty() || !actor || !command) return errors_;
    Submission submission = submission_of(stream, id, *actor, *command);
    submission.expected_version = version;
    return submission;
  }

 private:
  void error(std::string path, std::string_view rule) {
    errors_.push_back({std::move(path), rule, {}});
  }

  void refuse_unknown() {
    for (const auto& [key, unused] : tree_.items()) {
      if (std::find(fields.begin(), fields.end(), key) == fields.end()) {
        error("/" + key, codec::rule::unknown_field);
      }
    }
  }

  template <class T>
  std::optional<T> part(const char* name) {
    if (!tree_.contains(name))
      return error(std::string{"/"} + name, codec::rule::missing_field), std::nullopt;
    auto read = codec::read<T>(tree_[name]);
    if (read) return std::move(read.value());
    for (CodecError each : read.errors()) {
      each.path = std::string{"/"} + name + each.path;
      errors_.push_back(std::move(each));
    }
    return std::nullopt;
  }

  template <class T>
  static std::optional<AnyCommand> widened(std::optional<T> command) {
    if (!command) return std::nullopt;
    return AnyCommand{std::move(*command)};
  }

  std::string text(const char* name) {
    const std::string path = std::string{"/"} + name;
    if (!tree_.contains(name)) return error(path, codec::rule::missing_field), "";
    if (!tree_[name].is_string()) return error(path, codec::rule::wrong_type), "";
    std::string value = tree_[name].get<std::string>();
    const bool fits = !value.empty() && value.size() <= codec::limit::id_characters * 2;
    if (!fits) error(path, codec::rule::bad_id);
    return value;
  }

  std::string stream_name() {
    if (context_.to_register) return std::string{register_stream};
    const bool named = tree_.contains("case");
    std::string stream = named ? text("case") : context_.case_id;
    if (!named && stream.empty()) error("/case", codec::rule::missing_field);
    const bool fits = codec::is_id(stream) && stream != register_stream;
    if (!stream.empty() && !fits) error("/case", codec::rule::bad_id);
    return stream;
  }

  std::optional<std::uint64_t> expected_version() {
    if (!tree_.contains("expected_version")) return std::nullopt;
    if (!tree_["expected_version"].is_number_unsigned()) {
      error("/expected_version", codec::rule::wrong_type);
      return std::nullopt;
    }
    return tree_["expected_version"].get<std::uint64_t>();
  }

  const json& tree_;
  const EnvelopeContext& context_;
  CodecErrors errors_;
};

}  // namespace

Read<Submission> read_envelope(std::string_view line, const EnvelopeContext& context) {
  const auto tree = codec::parse(line);
  if (!tree) return tree.errors();
  return Envelope{tree.value(), context}.read();
}

}  // namespace kallad::program
