// The visit is looked at as the page is: limits, the log of openings, and whether the link stands.
// Not a subscription: feed_routes.cpp.
#include "adapters/api/feed/link_calendar.hpp"

#include "adapters/api/feed/seat_entry.hpp"
#include "adapters/api/links/link_door.hpp"
#include "adapters/api/way/problem.hpp"
#include "adapters/letter/shareable.hpp"
#include "adapters/mailroom/mailroom.hpp"

namespace kallad::api {

namespace {

/// Whose entry it is: a substitute has one of their own, as in the mail.
mailroom::Copy copy_for(const LinkTarget& target) {
  mailroom::Copy copy;
  if (target.holder != LinkHolder::substitute) return copy;
  copy.recipient = RecipientKind::substitute;
  copy.address = letter::mail_address_in(target.substitute().who.contact);
  return copy;
}

std::optional<calendar::Entry> entry_of(House& house, const LinkName& name, Language language) {
  const auto read = house.shelf.find_case(name.of_case.text);
  const auto target = read ? answer_link::find(read->file, name) : std::nullopt;
  if (!target || !meeting::is_live(*target->meeting) || !target->seat->sent) return std::nullopt;
  const auto ledger = house.shelf.ledger();
  const EntryLook look{house, ledger->ledger, language, house.now()};
  const bool is_own = target->holder == LinkHolder::substitute;
  const Cited& called = is_own ? target->substitute().named : *target->seat->sent;
  auto entry = meeting_entry(read->file, *target->meeting, called, target->party->id,
                             copy_for(*target), look);
  put_place(entry, read->file, name, look);
  const std::string page = house.mail->links().answer(name);
  if (page.starts_with("https://")) entry.answer_url = page;
  return can_be_written(entry) ? std::optional{entry} : std::nullopt;
}

HttpResponse file_of(House& house, const Call& call, const LinkResult& result) {
  if (result.no) return problem(*result.no);
  const auto name = house.links->keys.open(call.values.at(0));
  const bool is_english = query_value(call.request.query, "language") == "en";
  const Language language = is_english ? Language::english : Language::swedish;
  const auto entry =
      name && has_calendar(house, result.view) ? entry_of(house, *name, language) : std::nullopt;
  if (!entry) return problem(404, "link_without_meeting");
  const auto written = calendar::write_feed({{*entry}}, language, house.calendar.zone());
  if (written.fault) return problem(500, "accident");
  return {200,
          {{"content-type", "text/calendar; charset=utf-8"},
           {"content-disposition", "attachment; filename=\"sip.ics\""},
           {"cache-control", "no-store"}},
          written.text};
}

}  // namespace

bool has_calendar(const House& house, const LinkView& shown) {
  return house.mail != nullptr && shown.state == LinkState::alive &&
         shown.holder != LinkHolder::check_in && shown.seat.answer != AnswerKind::cannot_come;
}

std::vector<Route> link_calendar_routes(House& house) {
  if (house.links == nullptr || house.mail == nullptr) return {};
  return {{.method = "GET",
           .pattern = "/s/{token}/calendar.ics",
           .id = "link_calendar",
           .about = "mötet bakom en svarslänk som fil till den egna kalendern",
           .entry = Entry::anyone,
           .handle =
               [&house](const Call& call) {
                 look_by_link(house, {call.values.at(0), call.request.client},
                              [&house, call](const LinkResult& result) {
                                call.answer(file_of(house, call, result));
                              });
               },
           .form = {.media = "text/calendar",
                    .query = {{"language", "en: på engelska; annars på svenska"}}}}};
}

}  // namespace kallad::api
