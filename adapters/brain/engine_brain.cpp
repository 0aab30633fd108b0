// Text to engine values on the way in, engine values to text on the way out; nothing is decided
// here.
#include "adapters/brain/engine_brain.hpp"

#include "adapters/brain/case_reader.hpp"
#include "adapters/brain/counts/count_row.hpp"
#include "adapters/brain/lists/disposal_entries.hpp"
#include "adapters/brain/lists/entries.hpp"
#include "adapters/brain/rows.hpp"
#include "adapters/codec/messages.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad {

namespace {

CaseFile* case_in(StreamState& state) {
  auto* held = dynamic_cast<CaseState*>(&state);
  return held ? &held->file : nullptr;
}

const CaseFile* opened_case_in(const StreamState& state) {
  const auto* held = dynamic_cast<const CaseState*>(&state);
  return held && held->file.running.is_opened() ? &held->file : nullptr;
}

Ledger& ledger_in(StreamState& state) { return *static_cast<LedgerState&>(state).ledger; }

template <class Event>
NewEvent written(const Event& event) {
  auto parts = codec::write_parts(event);
  const bool is_last_word = parts.type == CaseDisposed::id || parts.type == ExampleRemoved::id;
  return {std::move(parts.type), parts.version, std::move(parts.data), is_last_word};
}

}  // namespace

LogAccess log_of(EventStore& store) {
  return {[&store](std::string_view stream, const TakeEvent& take) -> std::uint64_t {
            StreamHead head = store.head(stream);
            if (head.count == 0) return 0;
            store.read(stream, head,
                       [&](const EventView& event, const ShortDigest&) { take(event); });
            return head.count;
          },
          [&store](std::string_view text) { return store.find(text); }};
}

EngineBrain::EngineBrain(LogAccess log, Calendar calendar)
    : calendar_(std::move(calendar)),
      ledger_(log.read),
      index_(log.read, log.find),
      example_uses_(log.read) {}

std::unique_ptr<StreamState> EngineBrain::fresh(std::string_view stream) {
  if (stream == register_stream) {
    auto state = std::make_unique<LedgerState>();
    state->ledger = ledger_.fresh();
    return state;
  }
  auto state = std::make_unique<CaseState>();
  state->file = fresh_case(stream);
  return state;
}

void EngineBrain::fold(StreamState& state, const EventView& event) {
  if (CaseFile* file = case_in(state)) return take(*file, event, actor_of(event.actor));
  ledger::apply(ledger_in(state), event);
}

/// Events of one command, and often of many in a row, have the same actor: it is read once.
const Actor& EngineBrain::actor_of(std::string_view text) {
  if (text != actor_text_) {
    actor_ = read_actor(text);
    actor_text_ = text;
  }
  return actor_;
}

Decision EngineBrain::decide(StreamState& state, const Submission& submission) {
  CaseFile* file = case_in(state);
  if (submission.due) {
    promise(file != nullptr, "only cases have due rows");
    return decide_case(*file, PassTime{due_of(*submission.due)}, submission);
  }
  const auto& command = *static_cast<const AnyCommand*>(submission.command.get());
  if (const auto* said = boost::variant2::get_if<FileCommand>(&command)) {
    if (!file) return Decision::refuse(refusals_text({{"not_said_to_register", {}}}));
    return decide_case(*file, *said, submission);
  }
  if (file) return Decision::refuse(refusals_text({{"not_said_to_case", {}}}));
  return decide_ledger(ledger_in(state), boost::variant2::get<LedgerCommand>(command));
}

Decision EngineBrain::decide_ledger(Ledger& ledger, const LedgerCommand& command) {
  if (const auto* removal = boost::variant2::get_if<RemoveExampleEntries>(&command)) {
    const Refusals why = example_uses_.against(*removal, ledger.known.examples);
    if (!why.empty()) return Decision::refuse(refusals_text(why));
  }
  const auto verdict = ledger::decide(ledger, command);
  if (!verdict) return Decision::refuse(refusals_text(verdict.refusals()));
  std::vector<NewEvent> events;
  for (const LedgerEvent& event : verdict.events()) {
    events.push_back(written(event));
    ledger::apply(ledger, event);
  }
  return Decision::accept(std::move(events));
}

std::vector<CaseId> EngineBrain::others(const CaseFile& file, const FileCommand& command) {
  const auto* open = boost::variant2::get_if<OpenCase>(&command);
  if (!open) return {};
  return index_.open_cases(open->person.identity_number, file.running.id);
}

Decision EngineBrain::decide_case(CaseFile& file, const FileCommand& command,
                                  const Submission& submission) {
  const Stamp stamp{submission.at, actor_of(submission.actor), 0};
  const Ledger& ledger = ledger_.present();
  const Ground ground{ledger.known, ledger::routines_in_force(ledger), calendar_,
                      others(file, command)};
  std::vector<NewEvent> events;
  std::vector<OutboxRow> letters;
  const auto verdict = between::advance(file, command, stamp, ground,
                                        [&](const CaseFile& after, const FileEvent& event) {
                                          events.push_back(written(event));
                                          for (const Wish& wish : between::reactions(after, event))
                                            letters.push_back(outbox_row(wish));
                                        });
  if (!verdict) return Decision::refuse(refusals_text(verdict.refusals()));
  example_uses_.note(submission.stream, file, ledger.known.examples);
  return Decision::accept(std::move(events), std::move(letters));
}

std::vector<Due> EngineBrain::dues_of(const CaseFile& file) {
  const Ledger& ledger = ledger_.present();
  return between::due(file, {ledger.known, ledger::routines_in_force(ledger), calendar_, {}});
}

std::vector<DueRow> EngineBrain::due(const StreamState& state) {
  std::vector<DueRow> rows;
  const CaseFile* file = opened_case_in(state);
  if (!file) return rows;
  for (const Due& due : dues_of(*file)) rows.push_back(due_row(due));
  return rows;
}

std::vector<ListEntry> EngineBrain::entries(const StreamState& state) {
  const auto* held = dynamic_cast<const CaseState*>(&state);
  if (!held) return {};
  auto all = lists::disposal_entries(held->file, calendar_.zone());
  for (ListEntry& entry : lists::example_entries(held->file)) all.push_back(std::move(entry));
  const CaseFile* file = opened_case_in(state);
  if (!file) return all;
  const std::vector<Due> dues = dues_of(*file);
  for (ListEntry& entry : lists::entries({*file, dues, calendar_})) all.push_back(std::move(entry));
  return all;
}

std::string EngineBrain::lookup_text(const StreamState& state) {
  const CaseFile* file = opened_case_in(state);
  if (!file || file->running.step == Step::closed) return {};
  return lookup_digits(file->running.person.identity_number);
}

std::string EngineBrain::list_row(const StreamState& state) {
  const auto* held = dynamic_cast<const CaseState*>(&state);
  return held ? case_row(held->file) : "null";
}

std::string EngineBrain::count_row(const StreamState& state) {
  const auto* held = dynamic_cast<const CaseState*>(&state);
  return held ? bytes_of(count_row_of(held->file, calendar_)) : std::string{};
}

}  // namespace kallad
