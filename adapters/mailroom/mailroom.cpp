// Two loops. A round that threw is told once, and tried again after the pause.
// Not exact about when: a letter leaves within the pause after it was wished.
#include "adapters/mailroom/mailroom.hpp"

#include "adapters/store/sqlite/beside/reader.hpp"

namespace kallad::mailroom {

Mailroom::Mailroom(const std::filesystem::path& file, MailroomHouse house, MailPlaces places)
    : house_(std::move(house)),
      places_(std::move(places)),
      file_(file),
      texts_(std::make_shared<LetterTexts>()) {
  for (const TextFileProblem& problem : read_texts())
    house_.tell("letter_text_refused", problem.file);
}

Mailroom::~Mailroom() { stop(); }

void Mailroom::start() {
  if (places_.relay) out_ = std::jthread{[this](const std::stop_token& stop) { run_out(stop); }};
  if (places_.box) in_ = std::jthread{[this](const std::stop_token& stop) { run_in(stop); }};
}

void Mailroom::stop() {
  for (std::jthread* each : {&out_, &in_}) each->request_stop();
  for (std::jthread* each : {&out_, &in_}) {
    if (each->joinable()) each->join();
  }
}

void Mailroom::wake() {
  const std::lock_guard lock{mutex_};
  hurry_ = true;
  wake_.notify_all();
}

std::shared_ptr<const LetterTexts> Mailroom::texts() const {
  const std::lock_guard lock{mutex_};
  return texts_;
}

std::vector<TextFileProblem> Mailroom::read_texts() {
  if (places_.texts.empty()) return {};
  ReadTexts read = letter::read_texts(places_.texts);
  const std::lock_guard lock{mutex_};
  texts_ = std::make_shared<const LetterTexts>(std::move(read.texts));
  return std::move(read.problems);
}

MailCounters Mailroom::counters() const {
  const std::lock_guard lock{mutex_};
  return counters_;
}

std::vector<OutboxItem> Mailroom::waiting_of(const CaseId& of_case) {
  constexpr std::size_t asked_at_once = 1'000;
  auto items = Reader{house_.store, house_.tail}.outbox_of(of_case.text);
  for (auto& item : Wills{file_}.asked(asked_at_once)) {
    if (item.stream == of_case.text) items.push_back(std::move(item));
  }
  return items;
}

void Mailroom::rest(const std::stop_token& stop, std::chrono::seconds pause) {
  std::unique_lock lock{mutex_};
  wake_.wait_for(lock, stop, pause, [this] { return hurry_; });
}

void Mailroom::forget_old() {
  const Instant now = house_.now();
  {
    const std::lock_guard lock{mutex_};
    if (now < forget_next_) return;
    forget_next_ = now + std::chrono::days{1};
  }
  file_.forget_old(now);
}

void Mailroom::run_out(const std::stop_token& stop) {
  std::optional<Gateway> gateway;
  if (places_.gateway) gateway.emplace(*places_.gateway);
  Outgoing outgoing{{house_.desk, house_.store, house_.tail, file_, house_.calendar, house_.links,
                     [this] { return texts(); }, house_.sender, house_.register_changed,
                     gateway ? &*gateway : nullptr},
                    *places_.relay,
                    stop};
  std::string told;
  while (!stop.stop_requested()) {
    std::string trouble;
    try {
      forget_old();
      outgoing.round(house_.now());
      trouble = outgoing.counters().trouble;
    } catch (const std::exception& error) {
      trouble = error.what();
    }
    if (!trouble.empty() && trouble != told) house_.tell("mail_not_sent", trouble);
    told = trouble;
    {
      const std::lock_guard lock{mutex_};
      counters_.outgoing = outgoing.counters();
      if (hurry_) outgoing.look_again();
      hurry_ = false;
    }
    rest(stop, places_.pause_out);
  }
}

void Mailroom::run_in(const std::stop_token& stop) {
  IncomingMail incoming{
      {house_.desk, house_.store, house_.tail, file_, house_.calendar, house_.sender, house_.now},
      *places_.box,
      stop};
  std::string told;
  while (!stop.stop_requested()) {
    std::string trouble;
    try {
      forget_old();
      incoming.round();
      trouble = incoming.counters().trouble;
    } catch (const std::exception& error) {
      trouble = error.what();
    }
    if (!trouble.empty() && trouble != told) house_.tell("mail_not_read", trouble);
    told = trouble;
    {
      const std::lock_guard lock{mutex_};
      counters_.incoming = incoming.counters();
    }
    std::unique_lock lock{mutex_};
    wake_.wait_for(lock, stop, places_.pause_in, [] { return false; });
  }
}

}  // namespace kallad::mailroom
