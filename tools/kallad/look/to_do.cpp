// What waits for the coordinator's hand, case by case: what has passed its day, what did not
// arrive, what lies with the own unit. Not what time will demand: that is demands_of. Rule kept
// (domain 6): parties are named, persons and free text never.
#include "adapters/wording/words/word.hpp"
#include "tools/kallad/look/layout.hpp"

namespace kallad::program {

namespace {

/// Gathers lines of one case.
class ToDo {
 public:
  ToDo(const CaseView& view, const Look& look)
      : view_(view), look_(look), today_(look.day(look.now())) {}

  std::vector<std::string> take() {
    if (view_.step != Step::closed) of_course();
    for (const DeficiencyView& one : view_.deficiencies) of_deficiency(one);
    return std::move(lines_);
  }

 private:
  void of_course() {
    if (view_.consent.standing == ConsentStanding::withdrawn) {
      lines_.emplace_back("samtycket är återkallat: avsluta ärendet eller registrera ett nytt");
    }
    if (!view_.meetings.empty()) of_meeting(view_.meetings.back());
    const bool follows = view_.step == Step::activity_follow_up || view_.step == Step::follow_up;
    if (follows && view_.next_follow_up && *view_.next_follow_up < today_) {
      lines_.push_back("planen skulle ha följts upp " + look_.follow_up_day(*view_.next_follow_up));
    }
    for (const ActivityView& each : view_.plan.activities) of_activity(each);
  }

  void of_meeting(const MeetingView& meeting) {
    if (!is_live(meeting)) return;
    if (meeting.starts < look_.now()) {
      lines_.push_back("stäng närvaron för mötet " + look_.time(meeting.starts));
      return;
    }
    for (const SeatView& seat : meeting.seats) of_seat(seat);
  }

  void of_seat(const SeatView& seat) {
    const std::string who = party_text(view_, seat.party, look_);
    if (seat.state == SeatState::delivery_failed) {
      lines_.push_back("kallelsen kom inte fram till " + who + ": ring eller rätta adressen");
    }
    if (seat.answer_lapsed_at && !seat.answer) lines_.push_back(who + " har inte svarat: ring");
    const bool declines = seat.has_duty && seat.answer == AnswerKind::cannot_come;
    if (declines) lines_.push_back(who + " kan inte komma och har ingen ersättare");
  }

  void of_activity(const ActivityView& each) {
    const bool late = each.due && *each.due < today_ && each.status != ActivityStatus::done;
    if (!late && each.status != ActivityStatus::blocked) return;
    std::string line = "aktivitet hos " + party_text(view_, each.owner, look_) + " är ";
    line += word(each.status, Language::swedish);
    if (late) line += ", skulle vara klar " + iso(*each.due);
    lines_.push_back(std::move(line));
  }

  void of_deficiency(const DeficiencyView& one) {
    const std::string_view next = next_step(one);
    if (next.empty()) return;
    const std::string who = one.party.empty() ? one.outsider : party_text(view_, one.party, look_);
    lines_.push_back("brist " + std::to_string(one.number) + ", " + who + ": " + std::string{next});
  }

  /// What the own unit does next; empty where it waits for another.
  std::string_view next_step(const DeficiencyView& one) const {
    switch (one.state) {
      case DeficiencyState::drafted:
        return "titta på utkastet och fyll i det";
      case DeficiencyState::completed:
        return "lämna till egen chef";
      case DeficiencyState::with_own_manager:
        return "egen chef skickar vidare";
      case DeficiencyState::with_counterpart:
        return one.answer_by && *one.answer_by < look_.now()
                   ? "svarstiden har gått ut, skicka till "
                     "psykiatrisamordnaren"
                   : "";
      case DeficiencyState::answered:
        return "motparten har svarat, skicka till psykiatrisamordnaren";
      case DeficiencyState::sent_back:
        return "skickad tillbaka, komplettera den";
      case DeficiencyState::accepted:
        return "avsluta med åtgärd och resultat";
      case DeficiencyState::not_a_deficiency:
        return "bedömd som ej brist, kan avslutas";
      default:
        return "";
    }
  }

  const CaseView& view_;
  const Look& look_;
  Date today_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> to_do_in(const CaseView& view, const Look& look) {
  return ToDo{view, look}.take();
}

}  // namespace kallad::program
