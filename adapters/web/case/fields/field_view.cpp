// Fields become texts, and stand in the order of a table.
// Not a form for each command: a command without a line here has all its fields in their own order.
#include "adapters/web/case/fields/field_view.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "adapters/web/case/fields/command_labels.hpp"
#include "adapters/web/template/texts.hpp"

namespace kallad::web {

namespace {

using Paths = std::span<const std::string_view>;

/// So many boxes fill a page that most go past.
constexpr std::size_t many_choices = 8;

/// Where a command's fields stand in its form, by the beginnings of their paths.
struct Layout {
  std::string_view command;
  Paths first;  ///< before all others
  Paths rare;   ///< folded away
  TextKey fold;
};

constexpr auto consent_first = std::to_array<std::string_view>({"consent.given_by.0"});
constexpr auto consent_rare = std::to_array<std::string_view>(
    {"consent.given_by.1", "consent.covers", "consent.except", "consent.not_shared",
     "consent.one_guardian_motive", "consent.cannot_consent_motive"});
constexpr auto opening_rare =
    std::to_array<std::string_view>({"noticed_by", "council", "agreement", "law"});
constexpr auto summons_rare = std::to_array<std::string_view>({"expectations", "parties"});

constexpr auto answer_rare = std::to_array<std::string_view>({"given_at"});

constexpr auto layouts = std::to_array<Layout>({
    {"record_consent", consent_first, consent_rare, "fold.record_consent"_text},
    {"open_case", {}, opening_rare, "fold.open_case"_text},
    {"send_summons", {}, summons_rare, "fold.send_summons"_text},
    {"answer", {}, answer_rare, "fold.answer"_text},
});

/// Asked for only once the program has said why: before that a tick would promise something that
/// nobody has looked at.
constexpr auto asked_when_told = std::to_array<std::string_view>({"existing_sip_acknowledged"});

const Layout& layout_of(std::string_view command) {
  static constexpr Layout plain{{}, {}, {}, "fold.other"_text};
  const auto found = std::ranges::find(layouts, command, &Layout::command);
  return found == layouts.end() ? plain : *found;
}

bool is_among(Paths paths, std::string_view path) {
  return std::ranges::any_of(paths, [&](std::string_view one) {
    return path == one || (path.starts_with(one) && path[one.size()] == '.');
  });
}

std::string type_of(Control control) {
  if (control == Control::day) return "date";
  return control == Control::moment ? "datetime-local" : "text";
}

std::string most_of(Control control) {
  if (control == Control::day) return "9999-12-31";
  return control == Control::moment ? "9999-12-31T23:59" : "";
}

/// One field with what stands in it and what is wrong with it.
FormFieldView told(const CommandField& field, const Form& form, const Wrong& wrong,
                   std::string_view command, Language language) {
  FormFieldView view;
  view.name = field.name;
  view.label = label_of(command, field.path, language);
  view.hint = hint_of(command, field.path, language);
  view.value = form.value(field.name);
  if (view.value.empty() && form.fields().empty()) view.value = field.preset;
  if (const auto found = wrong.find(field.name); found != wrong.end()) view.error = found->second;
  if (!view.hint.empty()) view.described_by = field.name + "-hint";
  if (!view.error.empty()) {
    view.described_by += (view.described_by.empty() ? "" : " ") + field.name + "-error";
  }
  view.type = type_of(field.control);
  view.most = most_of(field.control);
  view.area =
      field.control == Control::lines || (field.control == Control::text && is_long(field.path));
  view.select = field.control == Control::select;
  view.check = field.control == Control::check;
  view.checks = field.control == Control::checks;
  view.one_line = !view.area && !view.select && !view.check && !view.checks;
  view.required = field.required && !view.check;
  const auto chosen = form.values(field.name);
  for (const Choice& each : field.choices) {
    const bool is_chosen =
        view.checks ? std::ranges::count(chosen, each.value) > 0 : each.value == view.value;
    view.choices.push_back({each.value, each.text, field.name + "-" + each.value, is_chosen});
  }
  view.folds = view.checks && !view.required && view.choices.size() > many_choices;
  view.opens = !chosen.empty() || !view.error.empty();
  return view;
}

/// Words about a thing come before the verdict on it: people begin with the words.
void put_words_first(FormGroupView& group, std::string_view command) {
  if (command != "record_evaluation") return;
  std::ranges::stable_partition(group.fields, &FormFieldView::area);
}

/// Whether the field may be folded away: nobody has to look at it now.
bool may_hide(const CommandField& field, const FormFieldView& view) {
  if (!view.error.empty()) return false;
  return view.value == field.preset || (!view.required && view.value.empty());
}

/// The form in the making: its first part, what follows, and what is folded away.
struct Parts {
  FormPartView first;
  FormPartView then;
  FormPartView folded;
};

void take(Parts& parts, const CommandGroup& group, const Layout& layout, const Form& form,
          const Wrong& wrong, Language language, std::string_view command) {
  FormGroupView first{group.about, {}};
  FormGroupView then{group.about, {}};
  FormGroupView folded{group.about, {}};
  for (const CommandField& field : group.fields) {
    if (!field.fixed.empty()) continue;
    FormFieldView view = told(field, form, wrong, command, language);
    const bool is_told = !view.error.empty() || !view.value.empty();
    if (is_among(asked_when_told, field.path) && !is_told) continue;
    const bool is_rare = is_among(layout.rare, field.path);
    if (is_rare && view.required && view.value.empty()) {
      then.fields.push_back(std::move(view));
      continue;
    }
    if (is_rare && !may_hide(field, view)) parts.folded.opens = true;
    FormGroupView& into = is_rare ? folded : is_among(layout.first, field.path) ? first : then;
    into.fields.push_back(std::move(view));
  }
  const auto put = [&](FormPartView& part, FormGroupView& some) {
    put_words_first(some, command);
    if (!some.fields.empty()) part.groups.push_back(std::move(some));
  };
  put(parts.first, first);
  put(parts.then, then);
  put(parts.folded, folded);
}

}  // namespace

std::vector<FormPartView> parts_of(const std::vector<CommandGroup>& groups, const Form& form,
                                   const Wrong& wrong, std::string_view command,
                                   Language language) {
  const Layout& layout = layout_of(command);
  Parts parts;
  for (const CommandGroup& group : groups) {
    take(parts, group, layout, form, wrong, language, command);
  }
  parts.folded.fold = said(layout.fold, language);
  std::vector<FormPartView> all;
  for (FormPartView* part : {&parts.first, &parts.then, &parts.folded}) {
    if (!part->groups.empty()) all.push_back(std::move(*part));
  }
  return all;
}

}  // namespace kallad::web
