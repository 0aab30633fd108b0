// Addresses to questions and back: filters are read strictly, so that a misspelled one is told and
// not silently everything. Not logged: lists hold no person, so they open no personal data.
#include "adapters/api/lists/list_routes.hpp"

#include <charconv>

#include "adapters/api/lists/list_words.hpp"
#include "adapters/api/lists/my_day.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad::api {

namespace {

constexpr std::size_t longest_page = 200;
constexpr std::size_t usual_page = 50;
constexpr std::uint64_t counted_at_most = 10'000;

/// Reads parameters one by one and remembers whether any was wrong.
class Parameters {
 public:
  explicit Parameters(std::string_view query) : query_(query) {}

  bool good() const { return good_; }
  std::string text(std::string_view name) const { return query_value(query_, name); }

  bool flag(std::string_view name) { return maybe_flag(name).value_or(false); }
  std::optional<bool> maybe_flag(std::string_view name) {
    const std::string said = text(name);
    if (said.empty()) return std::nullopt;
    if (said != "true" && said != "false") good_ = false;
    return said == "true";
  }
  std::size_t number(std::string_view name, std::size_t usual) {
    const std::string said = text(name);
    if (said.empty()) return usual;
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), value);
    if (error != std::errc{} || end != said.data() + said.size() || value == 0 ||
        value > longest_page)
      good_ = false;
    return value;
  }
  template <class Value>
  std::optional<Value> value(std::string_view name) {
    const std::string said = text(name);
    if (said.empty()) return std::nullopt;
    auto read = codec::read_text<Value>(codec::write_compact(said));
    if (!read.ok()) good_ = false;
    return read.ok() ? std::optional<Value>{std::move(read.value())} : std::nullopt;
  }
  std::vector<EntryWord> words(std::string_view name, const Register& known) {
    const std::string typed = text(name);
    if (typed.empty()) return {};
    auto read = search_words(typed, known);
    if (!read) good_ = false;
    return std::move(read).value_or(std::vector<EntryWord>{});
  }
  std::optional<EntryOrder> order() {
    const std::string said = text("sort");
    if (!said.empty() && said != "due" && said != "-due") good_ = false;
    return said == "-due" ? EntryOrder::latest_due : EntryOrder::due;
  }

 private:
  std::string_view query_;
  bool good_ = true;
};

CaseFilter filter_of(Parameters& said, const Register& known) {
  CaseFilter filter;
  filter.words = said.words("text", known);
  filter.closed = said.maybe_flag("closed");
  filter.step = said.value<Step>("step");
  filter.unit = said.value<UnitId>("unit");
  filter.mine = said.flag("mine");
  filter.orphan = said.flag("orphan");
  filter.unanswered = said.flag("unanswered");
  filter.drafts = said.flag("drafts");
  filter.due_before = said.value<Instant>("due_before");
  return filter;
}

/// The same address with another place to go on from.
std::string address_after(std::string_view query, const CasePlace& place) {
  std::string address = "/api/v1/cases?after=" + text_of(place);
  while (!query.empty()) {
    const std::string_view one = query.substr(0, query.find('&'));
    if (!one.empty() && !one.starts_with("after=")) address.append("&").append(one);
    query.remove_prefix(std::min(query.size(), one.size() + 1));
  }
  return address;
}

void list(House& house, Call call) {
  Parameters said{call.request.query};
  const auto ledger = house.shelf.ledger();
  const CaseFilter filter = filter_of(said, ledger->ledger.known);
  const std::size_t limit = said.number("limit", usual_page);
  const auto order = said.order();
  const std::string after_text = said.text("after");
  const auto after = place_in(after_text);
  if (!said.good() || (!after_text.empty() && !after)) return call.answer(problem(400, "bad_page"));
  const CaseLists lists{house, call.caller, ledger->ledger.known, house.now()};
  if (said.text("count") == "only") {
    const CaseCount all = lists.count(filter, counted_at_most);
    return call.answer(json(codec::write_compact(CasePage{{}, {}, all.count, all.and_more})));
  }
  CaseSlice slice = lists.page(filter, limit, *order, after);
  CasePage body{std::move(slice.cases), {}, {}, {}};
  HttpResponse response = json({});
  if (slice.next) {
    body.next = address_after(call.request.query, *slice.next);
    response.headers.emplace_back("link", "<" + *body.next + ">; rel=\"next\"");
  }
  response.body = codec::write_compact(body);
  call.answer(std::move(response));
}

/// Cases that go on in the head's unit and whose coordinator has left it, or never had an account.
void list_orphans(House& house, Call call) {
  if (!authority::has(call.caller, Position::unit_head))
    return call.answer(problem(403, "position_missing"));
  const auto ledger = house.shelf.ledger();
  const CaseLists lists{house, call.caller, ledger->ledger.known, house.now()};
  const CaseFilter filter{.closed = false, .orphan = true};
  const CaseCount all = lists.count(filter, counted_at_most);
  const CasePage body{lists.page(filter, longest_page).cases, {}, all.count, all.and_more};
  call.answer(json(codec::write_compact(body)));
}

void show_day(House& house, Call call) {
  Parameters said{call.request.query};
  DayFilter filter;
  filter.unit = said.value<UnitId>("unit");
  filter.mine = said.flag("mine");
  filter.part = said.value<DayPart>("group");
  filter.limit = said.number("limit", filter.limit);
  if (!said.good()) return call.answer(problem(400, "bad_page"));
  const auto ledger = house.shelf.ledger();
  call.answer(json(
      codec::write_compact(my_day(house, call.caller, ledger->ledger.known, house.now(), filter))));
}

std::vector<QueryParameter> list_parameters() {
  return {{"after", "var sidan börjar; tas ur svarets next"},
          {"limit", "hur många ärenden, 1 till 200; 50 om inget sägs"},
          {"count", "only: bara hur många de är, räknat till högst 10 000"},
          {"sort", "due: det som krävs först kommer först; -due: tvärtom. Avslutade sist"},
          {"step", "bara i det steget"},
          {"unit", "bara de som enheten samordnar"},
          {"mine", "true: bara de som du samordnar"},
          {"orphan", "true: bara de i din enhet vars samordningsansvarig har slutat"},
          {"unanswered", "true: bara de där din enhets kallelse väntar på svar"},
          {"drafts", "true: bara de där din enhet har ett utkast till brist"},
          {"text",
           "bara de som har alla orden: ärendenummer, enheter, huvudmän, samordningsansvarig, "
           "slag eller steg, eller början på dem; aldrig något om personen"},
          {"due_before", "bara de där något krävs före den tidpunkten (UTC)"},
          {"closed", "true: bara avslutade, false: bara pågående"}};
}

}  // namespace

std::vector<Route> list_routes(House& house) {
  return {
      {.method = "GET",
       .pattern = "/api/v1/cases",
       .id = "list_cases",
       .about = "ärenden som du får känna till, eller hur många de är",
       .handle = [&house](Call call) { list(house, std::move(call)); },
       .form = {.answer = &codec::shape_of<CasePage>(), .query = list_parameters()}},
      {.method = "GET",
       .pattern = "/api/v1/orphan-cases",
       .id = "list_orphan_cases",
       .about = "pågående ärenden i din enhet vars samordningsansvarig har slutat",
       .handle = [&house](Call call) { list_orphans(house, std::move(call)); },
       .form = {.answer = &codec::shape_of<CasePage>()}},
      {.method = "GET",
       .pattern = "/api/v1/my-day",
       .id = "show_my_day",
       .about = "min dag: vad som väntar på din enhet nu, i grupper",
       .handle = [&house](Call call) { show_day(house, std::move(call)); },
       .form = {.answer = &codec::shape_of<MyDay>(),
                .query = {
                    {"unit", "bara ärenden som enheten samordnar"},
                    {"mine", "true: bara ärenden som du samordnar"},
                    {"group", "bara den gruppens ärenden; de andra grupperna räknas ändå"},
                    {"limit", "hur många ärenden av varje grupp, 1 till 200; 10 om inget sägs"}}}}};
}

}  // namespace kallad::api
