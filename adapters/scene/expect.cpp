// A subject gives candidates (all seats, all deficiencies, …); the line's words sift them.
// A subject that is none but a field of the case looks at that field.
#include "adapters/scene/expect.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include "adapters/scene/fields/match.hpp"
#include "adapters/scene/fields/values.hpp"
#include "adapters/scene/text/nearest.hpp"
#include "adapters/view/view_codec.hpp"

namespace kallad::scene {

namespace {

using codec::Shape;

/// Things of one shape.
struct Candidates {
  const Shape* shape;
  std::vector<const void*> things;
};

template <class T>
Candidates all_of(const std::vector<T>& things) {
  Candidates found{&codec::shape_of<T>(), {}};
  for (const T& thing : things) found.things.push_back(&thing);
  return found;
}

template <class T>
Candidates one(const T& thing) {
  return {&codec::shape_of<T>(), {&thing}};
}

Candidates seats_of(const CaseView& seen, std::vector<SeatView> MeetingView::*which) {
  Candidates found{&codec::shape_of<SeatView>(), {}};
  for (const MeetingView& meeting : seen.meetings) {
    for (const SeatView& seat : meeting.*which) found.things.push_back(&seat);
  }
  return found;
}

using Subject = std::function<Candidates(const CaseView&)>;

const std::map<std::string, Subject, std::less<>>& subjects() {
  static const std::map<std::string, Subject, std::less<>> table = {
      {"case", [](const CaseView& seen) { return one(seen); }},
      {"seat", [](const CaseView& seen) { return seats_of(seen, &MeetingView::seats); }},
      {"voided", [](const CaseView& seen) { return seats_of(seen, &MeetingView::voided); }},
      {"meeting", [](const CaseView& seen) { return all_of(seen.meetings); }},
      {"party", [](const CaseView& seen) { return all_of(seen.parties); }},
      {"consent", [](const CaseView& seen) { return one(seen.consent); }},
      {"plan", [](const CaseView& seen) { return one(seen.plan); }},
      {"activity", [](const CaseView& seen) { return all_of(seen.plan.activities); }},
      {"deficiency", [](const CaseView& seen) { return all_of(seen.deficiencies); }},
      {"due", [](const CaseView& seen) { return all_of(seen.due); }},
      {"letter", [](const CaseView& seen) { return all_of(seen.letters); }},
      {"discharge",
       [](const CaseView& seen) {
         return seen.discharge ? one(*seen.discharge)
                               : Candidates{&codec::shape_of<DischargeView>(), {}};
       }},
  };
  return table;
}

bool is_bound(const std::vector<Bound>& said, std::string_view field) {
  return std::any_of(said.begin(), said.end(),
                     [&](const Bound& each) { return each.path.back()->name == field; });
}

/// A line looks at the latest meeting, at deficiencies that stand, at parties that have not left,
/// where it says nothing else.
void leave_out_past(Candidates& found, const std::string& subject, const std::vector<Bound>& said,
                    const CaseView& seen) {
  const auto drop = [&](auto past) { std::erase_if(found.things, past); };
  const bool of_meeting = subject == "seat" || subject == "meeting";
  const std::string_view number = subject == "seat" ? "meeting" : "number";
  if (of_meeting && !is_bound(said, number) && !seen.meetings.empty()) {
    const auto latest = seen.meetings.back().number;
    drop([&](const void* thing) {
      return subject == "seat" ? static_cast<const SeatView*>(thing)->meeting != latest
                               : static_cast<const MeetingView*>(thing)->number != latest;
    });
  }
  if (subject == "deficiency" && !is_bound(said, "state") && !is_bound(said, "withdrawn")) {
    drop([](const void* thing) {
      return static_cast<const DeficiencyView*>(thing)->state == DeficiencyState::withdrawn;
    });
  }
  if (subject == "party" && !is_bound(said, "left_at")) {
    drop([](const void* thing) {
      return static_cast<const PartyView*>(thing)->left_at.has_value();
    });
  }
}

/// Takes count=N out of the words.
std::optional<Word> take_count(std::vector<Word>& words) {
  const auto count = std::find_if(words.begin(), words.end(),
                                  [](const Word& word) { return word.key == "count"; });
  if (count == words.end()) return std::nullopt;
  Word taken = *count;
  words.erase(count);
  return taken;
}

bool fits(const void* thing, std::span<const Bound> said, const Setting& setting) {
  return std::all_of(said.begin(), said.end(),
                     [&](const Bound& each) { return is_as_said(thing, each, setting); });
}

std::string described(const void* thing, const std::vector<Bound>& said, const Setting& setting) {
  std::string text;
  for (const Bound& each : said) {
    text.append(text.empty() ? "" : " ").append(as_it_is(thing, each.path, setting));
  }
  return text;
}

/// How those are that the line may have meant: the ones that fit most of its words, from the first
/// on.
std::string as_they_are(const Candidates& found, const std::string& subject,
                        const std::vector<Bound>& said, const Setting& setting) {
  if (found.things.empty()) return "inget (" + subject + ")";
  std::vector<const void*> near;
  for (std::size_t length = said.size(); length > 0 && near.empty(); --length) {
    std::copy_if(found.things.begin(), found.things.end(), std::back_inserter(near),
                 [&](const void* thing) {
                   return fits(thing, {said.data(), length}, setting);
                 });
  }
  std::string text;
  for (const void* thing : near.empty() ? found.things : near) {
    text.append(text.empty() ? "" : "; ").append(described(thing, said, setting));
  }
  return text;
}

std::string as_said(const ExpectLine& line) {
  std::string text{line.no ? "no " : ""};
  text += line.subject.text();
  for (const Word& word : line.words) text += " " + word.key + word.op + word.text();
  return text;
}

bool count_holds(std::size_t matching, const std::optional<Word>& count, bool no) {
  if (!count) return (matching > 0) != no;
  const auto wanted = read_number(count->text());
  if (!wanted) throw StoryFault(count->place, "count vill ha ett tal");
  const auto is = static_cast<std::int64_t>(matching);
  if (count->op == ">=") return is >= *wanted;
  if (count->op == "<=") return is <= *wanted;
  return is == *wanted;
}

/// `expect step meeting` is `expect case step=meeting`.
std::optional<ExpectLine> as_field_of_case(const ExpectLine& line) {
  const Shape& shape = codec::shape_of<CaseView>();
  const std::string name = line.subject.text();
  const auto same = [&](const codec::Field& field) { return field.name == name; };
  if (std::none_of(shape.fields.begin(), shape.fields.end(), same)) return std::nullopt;
  ExpectLine whole = line;
  whole.subject.values = {"case"};
  if (!whole.words.empty() && whole.words.front().is_bare()) {
    whole.words.front().key = name;
    whole.words.front().op = "=";
  }
  return whole;
}

[[noreturn]] void unknown_subject(const Word& subject) {
  std::vector<std::string> known;
  for (const auto& [name, unused] : subjects()) known.push_back(name);
  for (const auto& field : codec::shape_of<CaseView>().fields) known.emplace_back(field.name);
  throw StoryFault(subject.place,
                   "expect känner inte " + subject.text() + hint(subject.text(), known));
}

}  // namespace

std::optional<Difference> difference(const CaseView& seen, const ExpectLine& line,
                                     const Setting& setting) {
  const std::string name = line.subject.text();
  const auto subject = subjects().find(name);
  if (subject == subjects().end()) {
    const auto whole = as_field_of_case(line);
    if (!whole) unknown_subject(line.subject);
    return difference(seen, *whole, setting);
  }
  Candidates found = subject->second(seen);
  std::vector<Word> words = line.words;
  const auto count = take_count(words);
  const auto said = bind_words(*found.shape, words);
  leave_out_past(found, name, said, seen);
  const auto matching = static_cast<std::size_t>(
      std::count_if(found.things.begin(), found.things.end(),
                    [&](const void* thing) { return fits(thing, said, setting); }));
  if (count_holds(matching, count, line.no)) return std::nullopt;
  std::string got = as_they_are(found, name, said, setting);
  if (count) got = std::to_string(matching) + " som stämmer, av: " + got;
  return Difference{as_said(line), std::move(got)};
}

}  // namespace kallad::scene
