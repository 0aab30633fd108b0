// Finds the alternative of the variant by the verb, then lets scene/fields put the words in.
// What a line leaves out is in left_out.cpp.
#include "adapters/scene/commands.hpp"

#include <array>

#include "adapters/codec/codec.hpp"
#include "adapters/scene/fields/fill.hpp"
#include "adapters/scene/left_out.hpp"
#include "adapters/scene/text/nearest.hpp"

namespace kallad::scene {

namespace {

using codec::Alternative;
using codec::Shape;

/// Short verbs that stand for a command.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> short_verbs{
    {{"confirm", "confirm_substitute"},
     {"decline", "decline_substitution"},
     {"take_back", "take_back_seat"}}};

std::string full_verb(const std::string& verb) {
  for (const auto& [said, meant] : short_verbs) {
    if (said == verb) return std::string{meant};
  }
  return verb;
}

const Alternative& alternative_of(const Shape& variant, const Word& verb) {
  const std::string name = full_verb(verb.text());
  std::vector<std::string> known;
  for (const Alternative& each : variant.alternatives) {
    if (each.id == name) return each;
    known.emplace_back(each.id);
  }
  throw StoryFault(verb.place,
                   "kommandot " + verb.text() + " finns inte" + hint(verb.text(), known));
}

Setting setting_of(const LineContext& here, const Cast& cast) {
  return {here.zone, here.zone.day_of(here.at),
          [&cast](const std::string& word, Place place) { return cast.party(word, place); }};
}

bool is_json(const std::vector<Word>& words) {
  return words.size() == 1 && words.front().quoted && words.front().text().starts_with('{');
}

/// The whole command in braces, as the codec reads it.
void read_json(const Shape& variant, const Alternative& chosen, const Word& word, void* target) {
  const auto errors = codec::read_data_into(variant, chosen.id, 0, word.text(), target);
  if (errors.empty()) return;
  throw StoryFault(word.place, errors.front().path + ": " + std::string{errors.front().rule});
}

/// Bare words leave the party alone where the one who speaks is the party.
std::vector<Path> implied(const Shape& structure, const Speaker& speaker) {
  const bool is_seat = !find_path(structure, "version").empty();
  if (!speaker.party || !is_seat) return {};
  return {find_path(structure, "party")};
}

/// A time that must be said has no value to fall back on.
void refuse_missing_time(const Shape& structure, const void* command, const Word& verb) {
  for (const codec::Field& field : structure.fields) {
    if (field.shape->kind != codec::Kind::local_time) continue;
    if (*static_cast<const LocalTime*>(field.at(command)) != LocalTime{}) continue;
    throw StoryFault(verb.place, verb.text() + " vill ha " + std::string{field.name} + "=");
  }
}

template <class Variant>
Variant made(const Shape& variant, const Word& verb, const std::vector<Word>& words,
             const Speaker& speaker, const LineContext& here) {
  const Alternative& chosen = alternative_of(variant, verb);
  Variant command;
  void* target = chosen.emplace(&command);
  if (is_json(words)) {
    read_json(variant, chosen, words.front(), &command);
    return command;
  }
  const Cast cast{here.file, here.ledger};
  const Binding how{
      implied(*chosen.shape, speaker), false,
      [&](std::string_view kind, const std::string& id) { return cast.knows(kind, id); }};
  fill(*chosen.shape, target, words, setting_of(here, cast), how);
  refuse_missing_time(*chosen.shape, target, verb);
  return command;
}

Word verb_at(const Word& place, std::string text) {
  Word verb;
  verb.place = place.place;
  verb.values = {std::move(text)};
  return verb;
}

}  // namespace

std::vector<std::string> verbs() {
  std::vector<std::string> all;
  for (const Alternative& each : codec::shape_of<FileCommand>().alternatives) {
    all.emplace_back(each.id);
  }
  return all;
}

FileCommand command_of(const CommandLine& line, const Speaker& speaker, const LineContext& here) {
  auto command =
      made<FileCommand>(codec::shape_of<FileCommand>(), line.verb, line.words, speaker, here);
  complete(command, speaker, here);
  return command;
}

LedgerCommand command_of(const RegisterLine& line, const LineContext& here) {
  auto command =
      made<LedgerCommand>(codec::shape_of<LedgerCommand>(),
                          verb_at(line.what, "record_" + line.what.text()), line.words, {}, here);
  complete(command);
  return command;
}

OpenCase opening_of(const CaseLine& line, const LineContext& here) {
  auto command = made<FileCommand>(codec::shape_of<FileCommand>(), verb_at(line.name, "open_case"),
                                   line.words, {}, here);
  OpenCase opening = boost::variant2::get<OpenCase>(std::move(command));
  complete(opening, line, here);
  return opening;
}

AddParty party_of_header(const PartyItem& item, const LineContext& here) {
  std::vector<Word> words{item.id};
  words.insert(words.end(), item.words.begin(), item.words.end());
  auto command = made<FileCommand>(codec::shape_of<FileCommand>(), verb_at(item.id, "add_party"),
                                   words, {}, here);
  complete(command, {}, here);
  return boost::variant2::get<AddParty>(std::move(command));
}

}  // namespace kallad::scene
