// One function a kind of line. A false answer ends the story: what follows would only repeat the
// first mistake. `expect` lines never end it, since nothing depends on them.
#include "adapters/scene/player.hpp"

#include <algorithm>

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/rows.hpp"
#include "adapters/codec/forms.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/scene/expect.hpp"
#include "adapters/scene/says.hpp"
#include "adapters/scene/text/nearest.hpp"
#include "adapters/view/view_codec.hpp"

namespace kallad::scene {

namespace {

Setting setting_of(const LineContext& here, const Cast& cast) {
  return {here.zone, here.zone.day_of(here.at),
          [&cast](const std::string& word, Place place) { return cast.party(word, place); }};
}

/// What a line of the register names; nothing for a routine.
Entries entry_of(const LedgerCommand& said) {
  Entries one;
  if (const auto* wish = boost::variant2::get_if<RecordPrincipal>(&said))
    one.principals = {wish->principal.id};
  if (const auto* wish = boost::variant2::get_if<RecordUnit>(&said)) one.units = {wish->unit.id};
  if (const auto* wish = boost::variant2::get_if<RecordAgreement>(&said))
    one.agreements = {wish->agreement.id};
  if (const auto* wish = boost::variant2::get_if<RecordCouncil>(&said))
    one.councils = {wish->council.id};
  return one;
}

bool is_new_entry(const Register& known, const LedgerCommand& said) {
  const Entries one = entry_of(said);
  for (const PrincipalId& id : one.principals) return !known.principals.contains(id);
  for (const UnitId& id : one.units) return !known.units.contains(id);
  for (const AgreementId& id : one.agreements) return !known.agreements.contains(id);
  for (const CouncilId& id : one.councils) return !known.councils.contains(id);
  return false;
}

bool is_from_clock(const EventView& event) { return event.command_id.starts_with("due:"); }

/// The codec names path and rule of what cannot be written: a day nobody said, a malformed id.
std::string unwritable_text(const std::invalid_argument& unwritable) {
  return std::string{"något saknas eller har fel form: "} + unwritable.what();
}

std::vector<std::string> types_of(const Outcome& outcome) {
  std::vector<std::string> types;
  for (const RecordedEvent& event : outcome.events) types.push_back(event.type);
  return types;
}

}  // namespace

PlayReport Player::play() {
  for (at_cue_ = 0; at_cue_ < cues_.size(); ++at_cue_) {
    const Cue& cue = cues_[at_cue_];
    ++report_.lines;
    try {
      if (!play_line(*cue.line)) break;
    } catch (const StoryFault& fault) {
      report_.faults.push_back({cue.of->file, fault.fault()});
      break;
    } catch (const std::invalid_argument& unwritable) {
      report_.faults.push_back(
          {cue.of->file, {{cue.line->number, 1}, unwritable_text(unwritable)}});
      break;
    }
  }
  return std::move(report_);
}

bool Player::play_line(const Line& line) {
  return boost::variant2::visit(
      [&]<class Said>(const Said& said) {
        if constexpr (std::is_same_v<Said, ClockRunsLine>)
          return clock_runs_ = true;
        else if constexpr (std::is_same_v<Said, UseLine>)
          return true;
        else
          return play(line, said);
      },
      line.is);
}

// --- time ---------------------------------------------------------------------------------------

Instant Player::moment(const WrittenTime& time) const {
  if (time.utc) return Instant{time.reading.time_since_epoch()};
  return stage_.zone().to_instant(time.reading);
}

/// The story's next moment; lines without a time of their own happen then.
Instant Player::next_moment() const {
  for (std::size_t i = at_cue_; i < cues_.size(); ++i) {
    const auto& is = cues_[i].line->is;
    if (const auto* command = boost::variant2::get_if<CommandLine>(&is))
      return moment(command->time);
    if (const auto* clock = boost::variant2::get_if<ClockLine>(&is)) return moment(clock->time);
    if (const auto* header = boost::variant2::get_if<CaseLine>(&is); header && header->at) {
      return moment(*header->at);
    }
  }
  return now_;
}

void Player::go_to(Instant at, const Line& line) {
  if (started_ && at < now_) {
    throw StoryFault({line.number, 1}, "tiden går bakåt; raden före är senare");
  }
  if (clock_runs_ && started_) fire(at, false, {});
  started_ = true;
  now_ = at;
}

LineContext Player::here(const CaseFile& file) {
  return {file, stage_.ledger(), stage_.zone(), now_};
}

// --- cases --------------------------------------------------------------------------------------

CaseInPlay& Player::case_of(const Line& line) {
  std::vector<std::string> names;
  for (CaseInPlay& each : cases_) {
    if (each.name == line.of_case) return each;
    names.push_back(each.name);
  }
  if (line.of_case.empty() && !cases_.empty()) return cases_.back();
  throw StoryFault({line.number, 1},
                   line.of_case.empty()
                       ? "raden hör till ett ärende, men inget case står före"
                       : "ärendet " + line.of_case + " finns inte här" + hint(line.of_case, names));
}

std::string Player::id_of(const Line& line, std::string_view part) const {
  std::string id = cues_[at_cue_].of->stem + ":" + std::to_string(line.number);
  if (!part.empty()) id.append(":").append(part);
  return id;
}

std::uint64_t Player::stored(const CaseInPlay& running) {
  return stage_.read(running.file.running.id.text, [](const EventView&) {});
}

std::string Player::next_command_id(const CaseInPlay& running) {
  std::string id;
  stage_.read(running.file.running.id.text, [&](const EventView& event) {
    if (event.sequence == running.told + 1) id = event.command_id;
  });
  return id;
}

/// Takes the case along the log as long as the events are of this line; gives their names.
std::vector<std::string> Player::tell(CaseInPlay& running,
                                      const std::function<bool(const EventView&)>& as_long_as) {
  std::vector<std::string> types;
  bool ended = false;
  stage_.read(running.file.running.id.text, [&](const EventView& event) {
    if (event.sequence <= running.told || ended) return;
    ended = !as_long_as(event);
    if (ended) return;
    take(running.file, event, read_actor(event.actor));
    running.told = event.sequence;
    types.emplace_back(event.type);
  });
  return types;
}

Outcome Player::say(CaseInPlay& running, std::string id, const Actor& actor, FileCommand command) {
  const std::string& stream = running.file.running.id.text;
  Outcome outcome = stage_.say(now_, submission_of(stream, id, actor, std::move(command)));
  tell(running, [&](const EventView& event) { return event.command_id == id; });
  return outcome;
}

/// A line that was played before, and of which nothing is stored: a refusal, or nothing new. Then
/// there is nothing to judge. Nothing where the line is to be said.
std::optional<bool> Player::replayed(const Line& line, const Expected& expected,
                                     const CaseInPlay& running, const std::string& id) {
  if (!is_replay(running) || next_command_id(running) == id) return std::nullopt;
  if (expected.kind == Expected::Kind::events && !expected.names.empty()) {
    return fail(line, names_of(expected), "lagret har en annan berättelse under det här namnet");
  }
  ++report_.skipped;
  return true;
}

// --- lines --------------------------------------------------------------------------------------

bool Player::play(const Line& line, const RegisterLine& said) {
  go_to(std::max(now_, next_moment()), line);
  const LedgerCommand command = command_of(said, here(nothing_));
  const Actor actor{Role::administrator, {}, {}};
  const bool marks = as_ == Telling::examples && is_new_entry(stage_.ledger().known, command);
  Outcome outcome =
      stage_.say(now_, submission_of(std::string{register_stream}, id_of(line), actor, command));
  return judge(line, {}, outcome) && (!marks || mark_entry(line, command));
}

/// Only what the story itself has registered: what was there before is somebody's own.
bool Player::mark_entry(const Line& line, const LedgerCommand& said) {
  const MarkExampleEntries mark{entry_of(said)};
  const Actor actor{Role::administrator, {}, {}};
  return judge(line, {},
               stage_.say(now_, submission_of(std::string{register_stream}, id_of(line, "example"),
                                              actor, LedgerCommand{mark})));
}

bool Player::play(const Line& line, const CaseLine& said) {
  go_to(said.at ? moment(*said.at) : std::max(now_, next_moment()), line);
  CaseLine header = said;
  std::string id = cues_[at_cue_].of->stem + "/" + said.name.text();
  const auto number = std::find_if(header.words.begin(), header.words.end(),
                                   [](const Word& word) { return word.key == "number"; });
  if (number != header.words.end()) {
    id = number->text();
    header.words.erase(number);
  }
  if (!codec::is_id(id) || id == register_stream) {
    throw StoryFault(said.name.place, "\"" + id + "\" kan inte vara ett ärendes nummer");
  }
  cases_.push_back({said.name.text(), fresh_case(id), 0});
  CaseInPlay& running = cases_.back();
  stage_.own(id);
  OpenCase opening = opening_of(header, here(running.file));
  const Actor actor{Role::coordinator, opening.coordinator.unit, opening.coordinator.name};
  Outcome outcome = say(running, id_of(line), actor, std::move(opening));
  std::vector<std::string> events = types_of(outcome);
  if (as_ == Telling::examples && outcome.stored())
    outcome = say(running, id_of(line, "example"), actor, MarkExample{});
  for (const PartyItem& item : header.parties) {
    if (!outcome.stored()) break;
    AddParty party = party_of_header(item, here(running.file));
    std::string part = id_of(line, party.party.text);
    outcome = say(running, std::move(part), actor, std::move(party));
    for (auto& type : types_of(outcome)) events.push_back(std::move(type));
  }
  if (!outcome.stored() || said.expected.kind != Expected::Kind::events) {
    return judge(line, said.expected, outcome);
  }
  return judge_events(line, said.expected, events);
}

bool Player::play(const Line& line, const CommandLine& said) {
  check_names(said.expected);
  CaseInPlay& running = case_of(line);
  go_to(moment(said.time), line);
  const LineContext context = here(running.file);
  const Speaker speaker = Cast{running.file, context.ledger}.speaker(said.actor);
  FileCommand command = command_of(said, speaker, context);
  const std::string id = id_of(line);
  if (const auto done = replayed(line, said.expected, running, id)) return *done;
  return judge(line, said.expected, say(running, id, speaker.actor, std::move(command)));
}

bool Player::play(const Line& line, const ClockLine& said) {
  check_names(said.expected);
  const Instant at = moment(said.time);
  if (started_ && at < now_) {
    throw StoryFault({line.number, 1}, "tiden går bakåt; raden före är senare");
  }
  std::vector<std::string> events = fire(at, said.late, line.of_case);
  started_ = true;
  now_ = at;
  if (said.expected.kind != Expected::Kind::events) return true;
  return judge_events(line, said.expected, events);
}

/// Fires what is due, and takes the cases along; the names of their events by time. In a story that
/// was played before nothing is fired: it was then.
std::vector<std::string> Player::fire(Instant until, bool late, const std::string& only) {
  const bool replay = std::any_of(cases_.begin(), cases_.end(),
                                  [&](const CaseInPlay& each) { return is_replay(each); });
  if (!replay) stage_.fire(until, late);
  std::vector<std::pair<Instant, std::string>> events;
  for (CaseInPlay& running : cases_) {
    std::vector<Instant> times;
    const auto types = tell(running, [&](const EventView& event) {
      const bool ours = is_from_clock(event) && event.at <= until;
      if (ours) times.push_back(event.at);
      return ours;
    });
    if (!only.empty() && only != running.name) continue;
    for (std::size_t i = 0; i < types.size(); ++i) events.emplace_back(times[i], types[i]);
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> types;
  for (auto& [at, type] : events) types.push_back(std::move(type));
  return types;
}

CaseView Player::seen(const CaseInPlay& running) {
  CaseView view = view_of(running.file, stage_.zone(), now_);
  const std::string& stream = running.file.running.id.text;
  for (const DueRow& row : stage_.due_of(stream)) {
    const Due due = due_of(row);
    view.due.push_back({due.kind, PartyId{due.about}, due.number, due.at});
  }
  for (const OutboxRow& row : stage_.letters_of(stream)) {
    auto wish = codec::read_text<Wish>(row.body);
    if (wish) view.letters.push_back(std::move(wish.value()));
  }
  return view;
}

bool Player::play(const Line& line, const ExpectLine& said) {
  const CaseInPlay& running = case_of(line);
  if (is_replay(running)) return ++report_.skipped, true;
  const LineContext context = here(running.file);
  const Cast cast{running.file, context.ledger};
  ++report_.expectations;
  const auto differs = difference(seen(running), said, setting_of(context, cast));
  if (differs) fail(line, differs->wanted, differs->got);
  return true;
}

// --- judging ------------------------------------------------------------------------------------

bool Player::fail(const Line& line, std::string wanted, std::string got) {
  report_.failures.push_back(
      {cues_[at_cue_].of->file, line.number, line.text, std::move(wanted), std::move(got)});
  return false;
}

bool Player::judge_events(const Line& line, const Expected& expected,
                          const std::vector<std::string>& events) {
  const auto same = [](const Word& name, const std::string& type) { return name.text() == type; };
  const bool equal =
      std::equal(expected.names.begin(), expected.names.end(), events.begin(), events.end(), same);
  return equal || fail(line, names_of(expected), joined(events));
}

bool Player::judge(const Line& line, const Expected& expected, const Outcome& outcome) {
  report_.accepted += outcome.answer == Answer::accepted ? 1 : 0;
  report_.repeated += outcome.answer == Answer::repeated ? 1 : 0;
  report_.refused += outcome.answer == Answer::refused ? 1 : 0;
  if (expected.kind == Expected::Kind::refused) {
    const auto rules = rules_of(outcome);
    const auto same = [](const Word& name, const std::string& rule) { return name.text() == rule; };
    const bool equal =
        outcome.answer == Answer::refused &&
        std::equal(expected.names.begin(), expected.names.end(), rules.begin(), rules.end(), same);
    return equal || fail(line, names_of(expected), as_text(outcome));
  }
  if (!outcome.stored()) return fail(line, names_of(expected), as_text(outcome));
  return expected.kind != Expected::Kind::events || judge_events(line, expected, types_of(outcome));
}

}  // namespace kallad::scene
