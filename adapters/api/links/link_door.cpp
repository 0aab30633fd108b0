// Opens the token, reads the case, asks adapters/answer_link, logs, answers.
// Not a cache: each visit reads the case anew, for that is where a link lives and dies.
#include "adapters/api/links/link_door.hpp"

#include "adapters/brain/messages.hpp"
#include "adapters/sign_in/secret/secret.hpp"
#include "adapters/sign_in/throttle.hpp"
#include "engine/spine/table.hpp"

namespace kallad::api {

namespace {

/// How often an act that met another's is asked anew.
constexpr int most_tries = 64;

LinkKey key_of(const Keyring& keyring, unsigned number) {
  return {number, keyring.sign(Purpose::answer_link, "answer link " + std::to_string(number))};
}

std::vector<LinkKey> keys_of(const Keyring& keyring, const LinkKeys& numbers) {
  std::vector<LinkKey> keys{key_of(keyring, numbers.sealing)};
  if (numbers.before != 0) keys.push_back(key_of(keyring, numbers.before));
  return keys;
}

/// A link that was opened, with the case behind it and what decisions stand on.
struct OpenedLink {
  LinkName name;
  std::shared_ptr<const ReadCase> read;
  std::shared_ptr<const ReadLedger> ledger;

  Ground ground(const House& house) const {
    return {ledger->ledger.known, ledger->ledger.routines, house.calendar, {}};
  }
};

No no_with(unsigned status, std::string rule) { return {status, {{std::move(rule), "", {}}}, 0}; }

LinkResult only(No no) { return {LinkView{}, std::move(no), false}; }

std::optional<No> too_often(LinkDoor& door, const std::string& name, const Bucket& bucket,
                            double cost, Instant now) {
  const auto wait = door.limits.take(name, bucket, cost, now);
  if (!wait) return std::nullopt;
  No no = no_with(429, "too_many_requests");
  no.retry_after = static_cast<int>(wait->count());
  return no;
}

std::optional<OpenedLink> opened(House& house, const std::string& token) {
  const auto name = house.links->keys.open(token);
  if (!name) return std::nullopt;
  auto read = house.shelf.find_case(name->of_case.text);
  if (!read || !answer_link::find(read->file, *name)) return std::nullopt;
  return OpenedLink{*name, std::move(read), house.shelf.ledger()};
}

/// The link, or why not; counts the visit.
boost::variant2::variant<OpenedLink, No> enter_by(House& house, const LinkVisit& visit,
                                                  Instant now) {
  const std::string client = client_network(visit.client);
  if (!house.links->keys.open(visit.token)) {
    const auto no = too_often(*house.links, "dead " + client, client_bucket, dead_cost, now);
    return no ? *no : no_with(404, "link_dead");
  }
  if (auto no = too_often(*house.links, client, client_bucket, look_cost, now)) return *no;
  if (auto link = opened(house, visit.token)) return *std::move(link);
  return no_with(404, "link_dead");
}

bool stands(LinkState state) { return answer_link::rule_of(state).empty(); }

/// Logs the visit, and then answers: with nothing of the link where it could not be logged.
void answer_logged(House& house, const OpenedLink& link, Instant now, LinkResult result,
                   LinkDone done) {
  Opening opening{.account = "link",
                  .name = {},
                  .unit = result.view.unit ? result.view.unit->id : UnitId{},
                  .subject = link.name.of_case,
                  .kind = "answer_link",
                  .ground = std::string{table::state_id(link.name.holder)},
                  .outcome = stands(result.view.state) ? "shown" : "refused"};
  house.access.record(
      std::move(opening), now,
      [done = std::move(done), result = std::move(result)](std::exception_ptr failed) mutable {
        done(failed ? only(no_with(503, "access_log_failed")) : std::move(result));
      });
}

/// What the link shows after something has been done, or not.
void show(House& house, const OpenedLink& link, std::optional<No> no, bool repeated,
          LinkDone done) {
  const Instant now = house.now();
  LinkResult result{answer_link::show(link.read->file, link.name, link.ground(house), now),
                    std::move(no), repeated};
  answer_logged(house, link, now, std::move(result), std::move(done));
}

No refused_by_link(const Refusals& why, LinkState state) {
  return {stands(state) ? 422U : 409U, reasons_of(why), 0};
}

/// One act on its way through the desk.
struct Act {
  LinkVisit visit;
  AnswerForm form;
  LinkDone done;
  int tries = 0;
};

void submit(House& house, Act act);

void after(House& house, Act act, const Outcome& outcome) {
  if (outcome.answer == Answer::version_conflict && ++act.tries < most_tries) {
    return submit(house, std::move(act));
  }
  const auto link = opened(house, act.visit.token);
  if (!link) return act.done(only(no_with(404, "link_dead")));
  std::optional<No> no;
  if (!outcome.stored()) no = no_of(outcome);
  show(house, *link, std::move(no), outcome.answer == Answer::repeated, std::move(act.done));
}

void submit(House& house, Act act) {
  auto link = opened(house, act.visit.token);
  if (!link) return act.done(only(no_with(404, "link_dead")));
  const Instant now = house.now();
  const Ground ground = link->ground(house);
  auto asked = answer_link::command_of(link->read->file, link->name, act.form, ground, now);
  if (const auto* why = boost::variant2::get_if<Refusals>(&asked)) {
    const auto state = answer_link::state_of(link->read->file, link->name, ground, now);
    return show(house, *link, refused_by_link(*why, state), false, std::move(act.done));
  }
  auto& said = boost::variant2::get<LinkCommand>(asked);
  Submission submission =
      submission_of(link->name.of_case.text, said.command_id, said.actor, std::move(said.command));
  // What a link may was asked of this version: a consent withdrawn since is not overrun.
  submission.expected_version = said.expected_version.value_or(link->read->version());
  // The desk answers on its own thread, which must not read cases.
  const std::string& stream = link->name.of_case.text;
  house.desk.submit(
      std::move(submission), [&house, act, stream, by = said.actor](Outcome&& outcome) {
        if (outcome.answer == Answer::accepted)
          house.shelf.grow(stream, {outcome.head, by, outcome.events});
        house.later([&house, act, outcome = std::move(outcome)] { after(house, act, outcome); });
      });
}

}  // namespace

LinkDoor::LinkDoor(const Keyring& keyring, const LinkKeys& numbers)
    : keys(keys_of(keyring, numbers)) {}

void look_by_link(House& house, const LinkVisit& visit, LinkDone done) {
  auto link = enter_by(house, visit, house.now());
  if (auto* no = boost::variant2::get_if<No>(&link)) return done(only(std::move(*no)));
  show(house, boost::variant2::get<OpenedLink>(link), std::nullopt, false, std::move(done));
}

void act_by_link(House& house, const LinkVisit& visit, AnswerForm form, LinkDone done) {
  const Instant now = house.now();
  const auto link = enter_by(house, visit, now);
  if (const auto* no = boost::variant2::get_if<No>(&link)) return done(only(*no));
  if (auto no = too_often(*house.links, visit.token, link_bucket, act_cost, now)) {
    return done(only(*std::move(no)));
  }
  submit(house, {visit, std::move(form), std::move(done)});
}

}  // namespace kallad::api
