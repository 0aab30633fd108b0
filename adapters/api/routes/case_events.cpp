// What has happened in a case, event by event: when, what, by whose hand; in a sentence for who
// sees the whole case. Goals and activities are called by their words, which that one sees in the
// plan too; nobody's words besides.
// Rules kept (domain 6): others' staff are not named to a party, and deficiencies are shown with
// the case, to those who stand to them; a frozen sight ends at its horizon.
#include <algorithm>
#include <charconv>

#include "adapters/api/routes/answers.hpp"
#include "adapters/api/routes/opening.hpp"
#include "adapters/api/routes/routes.hpp"
#include "adapters/api/way/event_sight.hpp"
#include "adapters/api/way/gate.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/wording/days/day_words.hpp"
#include "adapters/wording/words/sentence.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/authority/redaction.hpp"

namespace kallad::api {

namespace {

/// Says events of one case in sentences.
class Teller {
 public:
  Teller(const Seen& seen, const Register& known, const Zone& zone)
      : seen_(seen), known_(known), zone_(zone) {}

  /// Nothing where the event is about a deficiency that is not the caller's.
  std::optional<Sentence> sentence(const EventView& event) const {
    const auto read = codec::read_data<FileEvent>(event.type, event.version, event.payload);
    if (!read.ok() || !may_tell(read.value())) return std::nullopt;
    return Sentence{said(read.value(), Language::swedish), said(read.value(), Language::english)};
  }

 private:
  bool may_tell(const FileEvent& event) const {
    return boost::variant2::visit(
        [this](const auto& one) {
          if constexpr (std::is_base_of_v<DeficiencyFact, std::decay_t<decltype(one)>>) {
            return is_own(one.number);
          } else {
            return true;
          }
        },
        event);
  }

  bool is_own(std::uint32_t number) const {
    const CaseFile& file = seen_.read->file;
    return std::ranges::any_of(file.deficiencies, [&](const Deficiency& one) {
      return one.number == number && authority::standing_to(one, file.running, seen_.sight) !=
                                         authority::DeficiencyStanding::none;
    });
  }

  std::string said(const FileEvent& event, Language language) const {
    return sentence_of(
        event, language,
        {[this, &event, language](std::string_view kind, std::string_view id) {
           if (kind == "goal" || kind == "activity") return quoted(words_of(event, kind, id));
           return name_of(kind, id, language);
         },
         [this, language](Instant at) { return days::moment_words(at, zone_, language); }});
  }

  /// What a goal or an activity was called when that happened, else what it is called now.
  std::string words_of(const FileEvent& event, std::string_view kind, std::string_view id) const {
    if (const auto* goal = boost::variant2::get_if<GoalRecorded>(&event)) return goal->goal.text;
    if (const auto* one = boost::variant2::get_if<ActivityRecorded>(&event))
      return one->activity.what;
    const Plan& plan = seen_.read->file.running.plan;
    if (kind == "activity") {
      const auto* entry = plan::find_activity(plan, ActivityId{id});
      return entry ? entry->activity.what : std::string{};
    }
    const auto goal = std::ranges::find(plan.goals, GoalId{id}, &Goal::id);
    return goal == plan.goals.end() ? std::string{} : goal->text;
  }

  /// Short enough for a line of a list.
  static std::string quoted(std::string words) {
    constexpr std::size_t most_bytes = 90;
    if (words.empty()) return words;
    if (words.size() > most_bytes) {
      std::size_t end = most_bytes;
      while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
      words = words.substr(0, end) + "…";
    }
    return "”" + words + "”";
  }

  /// Persons are called by what they are, units and huvudmän by their names.
  std::string name_of(std::string_view kind, std::string_view id, Language language) const {
    if (kind == "party") {
      const Party* party = casework::find_party(seen_.read->file.running, PartyId{id});
      if (party != nullptr && party->kind != PartyKind::unit) {
        return std::string{word(party->kind, language)};
      }
    }
    if (const Unit* unit = find_unit(known_, UnitId{id})) return unit->name;
    const Principal* principal = find_principal(known_, PrincipalId{id});
    return principal == nullptr ? std::string{} : principal->name;
  }

  const Seen& seen_;
  const Register& known_;
  const Zone& zone_;
};

CaseEvent shown(const EventView& event, bool whole, const UnitId& own) {
  const Actor by = read_actor(event.actor);
  CaseEvent one{
      event.sequence, event.at, std::string{event.type}, event.version, by.role, {}, {}, {}};
  if (!whole && by.unit != own) return one;
  if (!by.unit.empty()) one.unit = by.unit;
  if (!by.name.empty()) one.name = by.name;
  return one;
}

HttpResponse events_of(House& house, const Call& call, const Seen& seen, const Register& known) {
  const bool whole = seen.sight.of_case == CaseSight::whole;
  const Teller teller{seen, known, house.calendar.zone()};
  CaseEvents body;
  house.shelf.read(call.values.at(0), [&](const EventView& event) {
    if (!may_know(seen.sight, event.type, event.sequence, event.at)) return;
    body.events.push_back(shown(event, whole, seen.sight.unit));
    if (whole) body.events.back().said = teller.sentence(event);
  });
  return json(codec::write_compact(body));
}

void show_events(House& house, Call call) {
  const auto ledger = house.shelf.ledger();
  const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
  auto seen = look(house, call.caller, call.values.at(0), occasion);
  HttpResponse response;
  if (seen && seen->sight.of_case >= CaseSight::frozen) {
    response = events_of(house, call, *seen, ledger->ledger.known);
  } else {
    seen.reset();  // what the council and reports see of a case is no account of its events
  }
  answer_logged(house, std::move(call), "events", seen, occasion.at, std::move(response));
}

/// Last-Event-ID as a browser sends it when it comes again.
std::optional<std::int64_t> last_received(const HttpRequest& request) {
  const std::string* said = request.header("last-event-id");
  std::int64_t position = 0;
  if (said == nullptr) return std::nullopt;
  const char* end = said->data() + said->size();
  const auto read = std::from_chars(said->data(), end, position);
  return read.ec == std::errc{} && read.ptr == end ? std::optional{position} : std::nullopt;
}

void follow(Followers& followers, const Call& call) {
  auto feed =
      followers.follow(session_token_of(call.request), call.caller, last_received(call.request));
  if (!feed) return call.answer(problem(503, "overloaded"));
  call.answer({.status = 200,
               .headers = {{"cache-control", "no-store"}},
               .body = {},
               .feed = std::move(feed)});
}

}  // namespace

std::vector<Route> follow_routes(Followers& followers) {
  return {{.method = "GET",
           .pattern = "/api/v1/events",
           .id = "follow_events",
           .about = "det som händer i ärenden du får se, medan det händer (server-sent events)",
           .entry = Entry::watching,
           .handle = [&followers](const Call& call) { follow(followers, call); },
           .form = {.media = "text/event-stream"}}};
}

std::vector<Route> case_event_routes(House& house) {
  return {{.method = "GET",
           .pattern = "/api/v1/cases/{case}/events",
           .id = "list_case_events",
           .about = "vad som har hänt i ett ärende, utan innehåll",
           .handle = [&house](Call call) { show_events(house, std::move(call)); },
           .form = {.answer = &codec::shape_of<CaseEvents>()}}};
}

}  // namespace kallad::api
