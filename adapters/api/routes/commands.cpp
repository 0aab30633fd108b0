// Commands of a case: each alternative of the codec's list is a route.
// Not rules: engine/authority says whether the caller may, the engine whether it can be done. Rules
// kept (rulings, "Commands"): commands about the case need the version they build on, an answer of
// a seat does not, so that two parties never collide; ("Consent") who sees nothing new of a case is
// not told either how much has come since.
#include <algorithm>
#include <charconv>
#include <memory>

#include "adapters/api/routes/opening.hpp"
#include "adapters/api/routes/routes.hpp"
#include "adapters/api/way/preconditions.hpp"
#include "adapters/brain/letters.hpp"
#include "adapters/brain/messages.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/wording/words/word.hpp"
#include "engine/authority/authority.hpp"

namespace kallad::api {

namespace {

bool withdraws_consent(const Outcome& outcome) {
  return outcome.stored() && std::ranges::any_of(outcome.events, [](const RecordedEvent& event) {
           return event.type == ConsentWithdrawn::id;
         });
}

/// What is told of a command to who sees the case up to a version: that it was stored, and no
/// number of what lies beyond.
Outcome as_seen(Outcome outcome, std::optional<std::uint64_t> frozen) {
  if (!frozen || !outcome.stored()) return outcome;
  outcome.version = *frozen;
  std::erase_if(outcome.events, [&](const RecordedEvent& one) { return one.sequence > *frozen; });
  return outcome;
}

/// Where consent is withdrawn, letters that wait are stopped before it is answered; the desk's
/// thread cannot do that itself.
void tell(House& house, const HttpAnswer& answer, const std::string& stream, const Outcome& outcome,
          unsigned status, std::optional<std::uint64_t> frozen = {}) {
  HttpResponse response = answer_of(stream, as_seen(outcome, frozen), status);
  if (response.status == 201) {
    response.headers.emplace_back("location", "/api/v1/cases/" + stream);
  }
  if (!withdraws_consent(outcome)) return answer(std::move(response));
  house.later([&house, answer, response = std::move(response)] {
    stop_letters(house.desk);
    answer(response);
  });
}

bool is_of_seat(std::string_view id) {
  bool found = false;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, SeatCommand>>(
      [&](auto command) { found = found || decltype(command)::type::id == id; });
  return found;
}

/// Commands of a seat, or about a deficiency, are checked by what they name; the others build on
/// the whole case.
bool is_guarded(std::string_view id) {
  const auto has = [id](const codec::Shape& kinds) {
    return std::ranges::any_of(kinds.alternatives, [id](const auto& one) { return one.id == id; });
  };
  return !is_of_seat(id) && !has(codec::shape_of<DeficiencyCommand>());
}

/// How often a command without a version is asked anew when it met another's.
constexpr int most_tries = 64;

/// A command on its way to a case that is there.
struct Saying {
  Call call;
  std::string stream;
  Preconditions read;
  FileCommand command;
  int tries = 0;
};

/// Asks authority on the case as it is, and has the desk take the command on that case and no
/// other: what was allowed before a consent was withdrawn is not stored after it. Where the client
/// named no version, it is asked anew on the case as it has become.
void say(House& house, const std::shared_ptr<Saying>& saying) {
  const auto found = house.shelf.find_case(saying->stream);
  if (!found) return saying->call.answer(problem(404, "no_such_case"));
  const auto ledger = house.shelf.ledger();
  const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
  const auto admitted =
      authority::admit(saying->call.caller, found->file, occasion, saying->command);
  if (!admitted) return saying->call.answer(problem_of(admitted.denial()));
  const Actor by = admitted.actor();
  const auto frozen = frozen_version(house, saying->call.caller, *found, occasion);
  auto& version = saying->read.version;
  if (frozen && version && *version != *frozen)
    return saying->call.answer(problem(412, "version_conflict"));
  // A frozen sight's version is not the case's: what it may say is checked by what it names.
  if (frozen) version.reset();
  Submission submission =
      submission_of(saying->stream, saying->read.command_id, by, saying->command);
  submission.expected_version = version.value_or(found->version());
  house.desk.submit(std::move(submission), [&house, saying, by, frozen](Outcome&& outcome) {
    const bool overtaken = outcome.answer == Answer::version_conflict && !saying->read.version;
    if (!overtaken || ++saying->tries == most_tries) {
      if (outcome.answer == Answer::accepted)
        house.shelf.grow(saying->stream, {outcome.head, by, outcome.events});
      return tell(house, saying->call.answer, saying->stream, outcome, 200, frozen);
    }
    house.later([&house, saying] { say(house, saying); });
  });
}

void read_and_say(House& house, Call call, const codec::Alternative& kind, bool guarded) {
  auto read = read_preconditions(call, guarded);
  if (read.refused) return call.answer(*std::move(read.refused));
  auto said = codec::read_data<FileCommand>(kind.id, 0, call.request.body);
  if (!said) return call.answer(problem_of_data(said.errors()));
  const std::string stream = call.values.at(0);
  say(house, std::make_shared<Saying>(
                 Saying{std::move(call), stream, std::move(read), std::move(said.value())}));
}

/// The number of a case that a command opens: ten letters of the command's id, without those that
/// look alike. The same command gives the same number, so that a repeat finds the case it opened;
/// and it tells nothing of whom the case is about, nor how many there are.
std::string number_of(std::string_view command_id) {
  static constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string number = "sip";
  for (std::size_t i = 0; i < 10; ++i) {
    unsigned value = 0;
    std::from_chars(command_id.data() + 2 * i, command_id.data() + 2 * i + 2, value, 16);
    if (i % 5 == 0) number += '-';
    number += letters[value % letters.size()];
  }
  return number;
}

void open(House& house, Call call) {
  auto read = read_preconditions(call, false);
  if (read.refused) return call.answer(*std::move(read.refused));
  auto said = codec::read_data<FileCommand>(OpenCase::id, 0, call.request.body);
  if (!said) return call.answer(problem_of_data(said.errors()));
  const std::string stream = number_of(read.command_id);
  const auto ledger = house.shelf.ledger();
  const Occasion occasion{ledger->ledger.known, house.calendar, house.now()};
  const auto admitted = authority::admit(call.caller, fresh_case(stream), occasion, said.value());
  if (!admitted) return call.answer(problem_of(admitted.denial()));
  Submission submission =
      submission_of(stream, read.command_id, admitted.actor(), std::move(said.value()));
  submission.expected_version = read.version;
  house.desk.submit(std::move(submission),
                    [&house, answer = std::move(call.answer), stream](Outcome&& outcome) {
                      tell(house, answer, stream, outcome, 201);
                    });
}

Route open_route(House& house, const codec::Alternative& kind) {
  return {.method = "POST",
          .pattern = "/api/v1/cases",
          .id = std::string{kind.id},
          .about = std::string{word_of("command", kind.id, Language::swedish)},
          .handle = [&house](Call call) { open(house, std::move(call)); },
          .form = {.body = kind.shape, .status = 201, .own_answer = "Stored", .keyed = true}};
}

Route say_route(House& house, const codec::Alternative& kind) {
  const bool guarded = is_guarded(kind.id);
  return {.method = "POST",
          .pattern = "/api/v1/cases/{case}/" + std::string{kind.id},
          .id = std::string{kind.id},
          .about = std::string{word_of("command", kind.id, Language::swedish)},
          .handle = [&house, &kind,
                     guarded](Call call) { read_and_say(house, std::move(call), kind, guarded); },
          .form = {.body = kind.shape,
                   .own_body = {},
                   .answer = nullptr,
                   .own_answer = "Stored",
                   .keyed = true,
                   .guarded = guarded}};
}

/// What no account may say has no route: the clock's, the mail's, and links' commands.
bool is_for_accounts(std::string_view id) {
  const auto by_account = [](const authority::Grant& grant) {
    return grant.when != authority::Condition::by_link &&
           grant.when != authority::Condition::by_program;
  };
  for (const auto& row : authority::file_rows()) {
    if (row.command == id) return std::ranges::any_of(row.grants, by_account);
  }
  return false;
}

}  // namespace

std::vector<Route> command_routes(House& house) {
  std::vector<Route> routes;
  for (const codec::Alternative& kind : codec::shape_of<FileCommand>().alternatives) {
    if (!is_for_accounts(kind.id)) continue;
    routes.push_back(kind.id == OpenCase::id ? open_route(house, kind) : say_route(house, kind));
  }
  return routes;
}

}  // namespace kallad::api
