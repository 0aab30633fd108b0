// Asks the API what would be drafted, and says it with its facts and their times.
// Not a guess: what is shown is what the engine decided on the case as it is.
#include "adapters/web/meeting/closing_page.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/api/papers/draft_answers.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/web/frame/page_route.hpp"
#include "adapters/web/meeting/meeting_acts.hpp"
#include "adapters/web/meeting/meeting_view.hpp"
#include "adapters/wording/words/pattern.hpp"
#include "adapters/wording/words/word.hpp"

namespace kallad::web {

namespace {

using nlohmann::json;

struct MarkLine {
  std::string party;
  std::string mark;
  std::string tone;
};
BOOST_DESCRIBE_STRUCT(MarkLine, (), (party, mark, tone))

struct DraftLine {
  std::string party;
  std::string change;
  std::vector<std::string> kinds;
  bool has_facts = false;
  std::vector<std::string> facts;
};
BOOST_DESCRIBE_STRUCT(DraftLine, (), (party, change, kinds, has_facts, facts))

/// One who may have been missing, to be ticked.
struct CauseBox {
  std::string id;
  std::string value;
  std::string text;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(CauseBox, (), (id, value, text, chosen))

struct ClosingView {
  static constexpr std::string_view page = "closing";
  std::string heading;
  std::optional<CaseNav> nav;
  std::string back;
  std::string here;
  std::string version;
  bool calls_off = false;
  bool asks_causes = false;
  std::vector<CauseBox> boxes;
  std::vector<std::string> causes;  ///< as sent on
  std::vector<MarkLine> marks;
  bool has_why = false;
  std::vector<std::string> why_not;
  bool has_drafts = false;
  std::vector<DraftLine> drafts;
  bool has_spared = false;
  std::vector<std::string> spared;
  bool can = false;
};
BOOST_DESCRIBE_STRUCT(ClosingView, (),
                      (heading, nav, back, here, version, calls_off, asks_causes, boxes, causes,
                       marks, has_why, why_not, has_drafts, drafts, has_spared, spared, can))

/// Which of the two pages, on which meeting, with what.
struct Closing {
  bool calls_off = false;
  std::vector<std::string> causes = {};
  Form form = {};
  unsigned status = 200;
};

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& each : parts) all += (all.empty() ? "" : ",") + each;
  return all;
}

class ClosingWords {
 public:
  ClosingWords(const ShownCase& now, const MeetingView& meeting, const Calendar& calendar,
               Language language)
      : now_(now), meeting_(meeting), calendar_(calendar), language_(language) {}

  std::vector<MarkLine> marks() const {
    std::vector<MarkLine> all;
    for (const SeatView& each : meeting_.seats) {
      const bool absent = each.attendance == Attendance::absent;
      all.push_back({party_name(now_.shown, each.party),
                     each.attendance ? words::capitalised(word(*each.attendance, language_))
                                     : said("closing.unmarked"_text, language_),
                     !each.attendance ? "warning"
                     : absent         ? "danger"
                                      : "success"});
    }
    return all;
  }

  std::vector<CauseBox> boxes(const std::vector<std::string>& chosen) const {
    std::vector<CauseBox> all;
    for (const SeatView& each : meeting_.seats) {
      if (each.calling != Calling::summoned) continue;
      const bool is_in = chosen.empty() ? each.attendance == Attendance::absent
                                        : std::ranges::count(chosen, each.party.text) > 0;
      all.push_back({"cause-" + std::to_string(all.size()), each.party.text,
                     party_name(now_.shown, each.party), is_in});
    }
    return all;
  }

  DraftLine draft(const api::DraftShown& one) const {
    DraftLine line;
    line.party = party_name(now_.shown, one.party);
    line.change = said_of("closing_change." + std::string{table::state_id(one.change)}, language_);
    for (const DeficiencyKind each : one.kinds) {
      line.kinds.push_back(words::capitalised(word(each, language_)));
    }
    for (const CitedFact& each : one.facts) {
      line.facts.push_back(words::capitalised(word(each.what, language_)) + ", " +
                           moment_told(each.at, calendar_, language_).text);
    }
    line.has_facts = !line.facts.empty();
    return line;
  }

  /// Those who did not come and get no draft, and why not.
  std::vector<std::string> spared(const std::vector<api::DraftShown>& drafts) const {
    std::vector<std::string> all;
    for (const SeatView& each : meeting_.seats) {
      const bool is_drafted = std::ranges::count(drafts, each.party, &api::DraftShown::party) > 0;
      if (each.attendance != Attendance::absent || is_drafted) continue;
      const bool invited = each.calling == Calling::invited;
      const TextKey why = invited ? "closing.spared_invited"_text
                          : each.reach == Reach::failed || each.reach == Reach::unknown
                              ? "closing.spared_unreached"_text
                              : "closing.spared_other"_text;
      all.push_back(said(why, language_, {{"party", party_name(now_.shown, each.party)}}));
    }
    return all;
  }

 private:
  const ShownCase& now_;
  const MeetingView& meeting_;
  const Calendar& calendar_;
  Language language_;
};

ClosingView view_of(const api::House& house, const ShownCase& now, const MeetingView& meeting,
                    const Closing& closing, const api::DraftsShown& told, Language language) {
  const ClosingWords words{now, meeting, house.calendar, language};
  ClosingView view;
  view.heading =
      said(closing.calls_off ? "closing.heading_off"_text : "closing.heading"_text, language);
  view.nav = case_places(now.shown.id, "/meeting", language, leads(now));
  view.back = meeting_address(now.shown.id, meeting.number);
  view.here = view.back + (closing.calls_off ? "/calling-off" : "/closing");
  view.version = now.version;
  view.calls_off = closing.calls_off;
  view.asks_causes = closing.calls_off && closing.causes.empty();
  view.causes = closing.causes;
  if (closing.calls_off) view.boxes = words.boxes(closing.causes);
  if (!closing.calls_off) view.marks = words.marks();
  for (const api::WhyNot& each : told.why_not) {
    view.why_not.push_back(language == Language::english ? each.text.en : each.text.sv);
  }
  if (!view.asks_causes) {
    for (const api::DraftShown& each : told.drafts) view.drafts.push_back(words.draft(each));
  }
  if (view.why_not.empty() && !closing.calls_off) view.spared = words.spared(told.drafts);
  view.has_why = !view.why_not.empty() && !view.asks_causes;
  view.has_drafts = !view.drafts.empty();
  view.has_spared = !view.spared.empty();
  view.can = view.why_not.empty() && !view.asks_causes;
  return view;
}

void answer(const api::House& house, const api::Call& call, const ShownCase& now,
            const Closing& closing, const api::DraftsShown& told) {
  const Language language = language_of(call.request);
  const MeetingView* meeting = meeting_in(now.shown, meeting_asked(call));
  if (meeting == nullptr) return call.answer(api::problem(404, "path_unknown"));
  const ClosingView view = view_of(house, now, *meeting, closing, told, language);
  Showing shown = case_showing(call, now.shown.id, view.heading);
  shown.status = closing.status;
  shown.trail.push_back({view.back, said("place.meeting"_text, language)});
  shown.form = &closing.form;
  call.answer(page_of(house, call, view, shown));
}

/// Asks for the case and for what would be drafted, and shows both.
void show(api::House& house, const Within& within, const api::Call& call, const Closing& closing) {
  with_case(within, call, language_of(call.request),
            [&house, &within, call, closing](const ShownCase& now) {
              const std::string query =
                  closing.causes.empty() ? ""
                                         : "causes=" + http::form_encoded(joined(closing.causes));
              within.ask("show_drafts", call, {call.values.at(0)}, query,
                         [&house, call, closing, now](HttpResponse response) {
                           if (response.status >= 400) return call.answer(std::move(response));
                           const auto told = codec::read_text<api::DraftsShown>(response.body);
                           if (!told) return call.answer(api::problem(500, "accident"));
                           answer(house, call, now, closing, told.value());
                         });
            });
}

/// The causes that the address names.
std::vector<std::string> causes_in(const std::string& query) {
  std::vector<std::string> causes;
  for (const auto& [name, value] : http::read_form(query).value_or(http::FormFields{})) {
    if (name == "causes" && !value.empty()) causes.push_back(value);
  }
  return causes;
}

/// Closes attendance, or calls the meeting off.
void send(api::House& house, const Within& within, const api::Call& call, bool calls_off) {
  const auto form = Form::sent(call.request);
  if (!form) return call.answer(api::problem(400, "bad_form"));
  json data = json::object();
  if (calls_off) {
    data["causes"] = form->values("causes");
    if (!form->value("reason").empty()) data["reason"] = form->value("reason");
  }
  const std::string_view command = calls_off ? CallOffMeeting::id : CloseAttendance::id;
  within.say(command, call, {call.values.at(0)}, data.dump(), form->value("key"),
             form->value("version"),
             [&house, &within, call, form = *form, calls_off](const HttpResponse& response) {
               const CaseId id{call.values.at(0)};
               if (response.status < 400) {
                 return call.answer(go_to(call.request, meeting_address(id, meeting_asked(call)),
                                          calls_off ? "done.called_off"_text : "done.closed"_text));
               }
               Closing again{calls_off, form.values("causes"), form, response.status};
               again.form.wrong(response, language_of(call.request),
                                std::vector<std::string_view>{"reason"});
               show(house, within, call, again);
             });
}

}  // namespace

std::vector<api::Route> closing_pages(api::House& house, const Within& within) {
  const std::string at = "/cases/{case}/meetings/{meeting}";
  return {
      later_route("GET", at + "/closing", "page_closing",
                  [&house, &within](const api::Call& call) { show(house, within, call, {}); }),
      later_route("POST", at + "/closing", "page_closing_send",
                  [&house, &within](const api::Call& call) { send(house, within, call, false); }),
      later_route("GET", at + "/calling-off", "page_calling_off",
                  [&house, &within](const api::Call& call) {
                    show(house, within, call,
                         {.calls_off = true, .causes = causes_in(call.request.query)});
                  }),
      later_route("POST", at + "/calling-off", "page_calling_off_send",
                  [&house, &within](const api::Call& call) { send(house, within, call, true); })};
}

}  // namespace kallad::web
