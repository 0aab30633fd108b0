// Words for what a link shows.
// Not rules: which acts are offered, and why others are not, comes with the view.
#include "adapters/web/link/link_view.hpp"

#include <algorithm>

#include "adapters/web/template/texts.hpp"
#include "adapters/web/template/web_address.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using kallad::LinkView;

bool allows(const LinkView& shown, LinkAct act) {
  return std::ranges::any_of(
      shown.acts, [act](const OfferedAct& one) { return one.act == act && one.is_allowed(); });
}

/// The holder's own place among the substitutes; null for whoever is none.
const LinkSubstitute* own_place(const LinkView& shown) {
  const auto& all = shown.seat.substitutes;
  const auto own = std::ranges::find(all, true, &LinkSubstitute::is_you);
  return own == all.end() ? nullptr : &*own;
}

/// What is offered: what may be done and has not been done already.
LinkCan can_do(const LinkView& shown) {
  const LinkSubstitute* own = own_place(shown);
  const bool takes_back = allows(shown, LinkAct::take_back_seat);
  const auto offers = [&](LinkAct act, AnswerKind said) {
    return allows(shown, act) && shown.seat.answer != said;
  };
  return {
      .attend = offers(LinkAct::attends, AnswerKind::attends) && !takes_back,
      .attend_digitally =
          shown.link && offers(LinkAct::attends_digitally, AnswerKind::attends_digitally),
      .acknowledge =
          allows(shown, LinkAct::acknowledge) && !shown.seat.answer && !shown.seat.acknowledged_at,
      .name_substitute = allows(shown, LinkAct::name_substitute),
      .send_substitute = allows(shown, LinkAct::sends_substitute),
      .forward = allows(shown, LinkAct::forwarded) && !shown.receivers.empty(),
      .not_come = offers(LinkAct::cannot_come, AnswerKind::cannot_come),
      .take_back = takes_back,
      .confirm = allows(shown, LinkAct::confirm_substitute) && !(own && own->confirmed_at),
      .decline = allows(shown, LinkAct::decline_substitution),
      .check_in = allows(shown, LinkAct::check_in),
      .undo_check_in = allows(shown, LinkAct::undo_check_in) && shown.seat.attendance.has_value()};
}

std::string heading_of(const LinkView& shown, Language language) {
  if (shown.agreement) return said("link.heading_agreement"_text, language);
  if (shown.state != LinkState::alive) return said("link.heading_dead"_text, language);
  if (shown.holder == LinkHolder::check_in) return said("link.heading_check_in"_text, language);
  if (shown.holder == LinkHolder::substitute) return said("link.heading_substitute"_text, language);
  if (shown.seat.calling == Calling::summoned) return said("link.heading_summoned"_text, language);
  return shown.unit ? said("link.heading_invited"_text, language)
                    : said("link.heading_invited_alone"_text, language);
}

std::string duty_of(const LinkView& shown, Language language) {
  if (shown.holder != LinkHolder::party) return {};
  if (!shown.unit) return said("link.no_duty_person"_text, language);
  return shown.seat.has_duty ? said("link.duty"_text, language)
                             : said("link.no_duty"_text, language);
}

class Told {
 public:
  Told(const Calendar& calendar, Instant now, Language language)
      : calendar_(calendar), now_(now), language_(language) {}

  When moment(LocalTime at) const {
    return moment_told(calendar_.zone().to_instant(at), calendar_, language_);
  }
  std::string near(LocalTime at) const {
    return nearness(calendar_.zone().day_of(calendar_.zone().to_instant(at)), now_, calendar_,
                    language_);
  }
  std::string answer(const LinkSeat& seat) const {
    if (!seat.answer) return {};
    std::string text = words::capitalised(word(*seat.answer, language_));
    if (seat.forwarded_to) text += ": " + seat.forwarded_to->name;
    if (!seat.answered_at) return text;
    const std::string when = moment(*seat.answered_at).text;
    return said(seat.answered_by.empty() ? "link.answered"_text : "link.answered_by"_text,
                language_, {{"answer", text}, {"name", seat.answered_by}, {"when", when}});
  }
  /// What a substitute has said themselves, which is yes or nothing.
  std::string confirmed(const LinkSubstitute& own) const {
    if (!own.confirmed_at) return {};
    return said("link.you_confirmed"_text, language_, {{"when", moment(*own.confirmed_at).text}});
  }
  SubstituteLine substitute(const LinkSubstitute& one) const {
    const std::string state = one.confirmed_at ? said("link.substitute_confirmed"_text, language_,
                                                      {{"when", moment(*one.confirmed_at).text}})
                                               : said("link.substitute_named"_text, language_,
                                                      {{"when", moment(one.named_at).text}});
    return {one.role.empty() ? one.name : one.name + ", " + one.role, state};
  }

 private:
  const Calendar& calendar_;
  Instant now_;
  Language language_;
};

/// The meeting's own facts.
void tell_meeting(LinkPageView& view, const LinkView& shown, const Told& told, Language language) {
  view.starts = told.moment(shown.starts);
  view.near = told.near(shown.starts);
  view.place = shown.place.value_or("");
  view.meeting_link = shown.link.value_or("");
  view.link_opens = is_web_address(view.meeting_link);
  view.expectation = shown.expectation.value_or("");
  if (!shown.withheld.empty()) view.withheld = said("link.withheld"_text, language);
  if (shown.answer_by) view.answer_by = told.moment(*shown.answer_by);
}

/// The party's answer; to a substitute their own, and who asks them.
void tell_answer(LinkPageView& view, const LinkView& shown, const Told& told, Language language) {
  const LinkSubstitute* own = own_place(shown);
  view.is_substitute = own != nullptr;
  view.answer = own ? told.confirmed(*own) : told.answer(shown.seat);
  const std::string by = shown.seat.answered_by.empty() ? view.unit : shown.seat.answered_by;
  if (own && !own->confirmed_at)
    view.named = said("link.named_by"_text, language, {{"name", by}, {"unit", view.unit}});
  for (const LinkSubstitute& one : shown.seat.substitutes) {
    if (!one.is_you) view.substitutes.push_back(told.substitute(one));
  }
}

void tell_acts(LinkPageView& view, const LinkView& shown, Language language) {
  view.can = can_do(shown);
  const LinkCan& can = view.can;
  view.asks_answer = can.attend || can.name_substitute || can.not_come || can.confirm ||
                     can.decline || can.take_back || can.forward;
  view.has_presses = can.confirm || can.attend || can.attend_digitally || can.take_back ||
                     can.decline || can.acknowledge;
  for (const OfferedAct& one : shown.acts) {
    if (one.act == LinkAct::cannot_come && !one.notice.empty()) {
      view.cannot_come_notice = word_of("warning", one.notice, language);
    }
    const bool is_main = one.act == LinkAct::attends || one.act == LinkAct::confirm_substitute ||
                         one.act == LinkAct::check_in;
    const bool nothing = !view.asks_answer && !can.check_in && !can.undo_check_in;
    if (nothing && is_main && !one.why_not.empty()) {
      view.closed_because = text_of(one.why_not.front(), language);
    }
  }
}

void tell_agreement(LinkPageView& view, const LinkView& shown, const Told& told,
                    Language language) {
  const LinkAgreement& own = *shown.agreement;
  view.starts = told.moment(shown.starts);
  view.near = told.near(shown.starts);
  if (!shown.withheld.empty()) view.withheld = said("link.plan_withheld"_text, language);
  AgreementPart& part = view.agreement.emplace();
  part.for_whom = own.for_whom;
  part.content = std::to_string(own.content);
  part.efforts = own.efforts.value_or("");
  for (const LinkActivity& each : own.activities) {
    OwnActivityLine line{each.what, {}};
    if (each.due) line.due = day_told(*each.due, language);
    part.activities.push_back(std::move(line));
  }
  part.has_activities = !part.activities.empty();
  part.overall_responsible = own.overall_responsible;
  if (own.follow_up) part.follow_up = day_told(*own.follow_up, language);
  if (own.agreed_at) part.agreed = told.moment(*own.agreed_at).text;
  if (own.declined_at) {
    part.declined = told.moment(*own.declined_at).text + ": " + own.reason.value_or("");
  }
  part.asks = allows(shown, LinkAct::decline_plan) || allows(shown, LinkAct::agree_plan);
  part.can_agree = allows(shown, LinkAct::agree_plan) && !own.agreed_at;
  if (!part.asks && !shown.acts.empty() && !shown.acts.front().why_not.empty()) {
    view.closed_because = text_of(shown.acts.front().why_not.front(), language);
  }
}

}  // namespace

LinkPageView link_page_view(const LinkView& shown, const Calendar& calendar, Instant now,
                            Language language) {
  LinkPageView view;
  view.heading = heading_of(shown, language);
  view.case_number = shown.case_number.text;
  view.called_by = shown.called_by.unit;
  if (!shown.called_by.name.empty()) view.called_by += ", " + shown.called_by.name;
  view.mailbox = shown.called_by.mailbox;
  if (const auto rule = answer_link::rule_of(shown.state); !rule.empty()) {
    view.why_dead = text_of(rule, {}, language);
    return view;
  }
  const Told told{calendar, now, language};
  view.unit = shown.unit ? shown.unit->name : "";
  view.is_staff = shown.holder == LinkHolder::party && shown.unit;
  if (shown.agreement) {
    tell_agreement(view, shown, told, language);
    return view;
  }
  tell_meeting(view, shown, told, language);
  view.duty = duty_of(shown, language);
  tell_answer(view, shown, told, language);
  view.has_substitutes = !view.substitutes.empty();
  if (shown.seat.attendance) view.present = word(*shown.seat.attendance, language);
  tell_acts(view, shown, language);
  return view;
}

}  // namespace kallad::web
