// Cases first, then the register, the accounts last: whoever is stopped in between finds the rest
// on the same page. Each step is a command of its own in the log.
#include "adapters/api/examples/examples.hpp"

#include <algorithm>

#include "adapters/api/examples/in_use.hpp"
#include "adapters/brain/lists/disposal_entries.hpp"
#include "adapters/brain/messages.hpp"

namespace kallad::api {

namespace {

constexpr std::size_t page = 500;

EntryQuery of_examples(std::size_t limit) {
  EntryQuery query;
  query.reader.list = lists::examples_list();
  query.reader.readers = 1;
  query.filter.closed = true;
  query.limit = limit;
  return query;
}

template <class Id>
std::vector<Id> without(const std::vector<Id>& all, const std::vector<Id>& kept) {
  std::vector<Id> left;
  std::ranges::copy_if(all, std::back_inserter(left),
                       [&](const Id& id) { return std::ranges::count(kept, id) == 0; });
  return left;
}

bool is_administrator(const Account& account) {
  return account.state == AccountState::active &&
         std::ranges::count(account.positions, "administrator") > 0;
}

/// Looks through what is no example.
class RealOnes {
 public:
  RealOnes(const House& house, Examples& found, InUse& used)
      : house_(house), found_(found), used_(used) {}

  void look_at_cases() {
    std::int64_t after = 0;
    while (true) {
      const auto streams = house_.shelf.streams(after, page);
      for (const auto& [number, name] : streams) {
        after = number;
        take(name);
      }
      if (streams.size() < page) return;
    }
  }

  void look_at_accounts(const std::string& own) {
    std::string after;
    while (true) {
      const auto accounts = house_.people.accounts.list(after, page);
      for (const Account& account : accounts) {
        after = account.user_name;
        if (account.is_example && account.id == own) found_.own_account = true;
        if (account.is_example || account.state == AccountState::closed) continue;
        used_.take(account.unit);
        if (account.id != own && is_administrator(account)) found_.other_administrator = true;
      }
      if (accounts.size() < page) return;
    }
  }

 private:
  void take(const std::string& name) {
    if (name == register_stream) return;
    if (std::ranges::binary_search(found_.cases, CaseId{name})) return;
    const auto read = house_.shelf.find_case(name);
    if (!read || (read->file.disposal.fact && read->file.disposal.is_example)) return;
    ++found_.real_cases;
    used_.take(read->file);
    const Case& running = read->file.running;
    const bool is_led =
        running.is_opened() && running.step != Step::closed &&
        std::ranges::any_of(found_.accounts, [&](const Account& one) {
          return one.shown_name == running.coordinator.name && one.unit == running.coordinator.unit;
        });
    if (is_led) found_.led_by_examples.push_back(running.id);
  }

  const House& house_;
  Examples& found_;
  InUse& used_;
};

/// Says it and waits. A repeat is answered as the first time.
bool is_stored(House& house, std::string_view stream, const Actor& by, AnyCommand command) {
  const std::uint64_t version = [&] {
    if (stream == register_stream) return house.shelf.ledger()->version;
    return std::uint64_t{0};
  }();
  const std::string id = "remove-examples-" + std::to_string(version);
  return house.desk.submit(submission_of(std::string{stream}, id, by, std::move(command)))
      .get()
      .stored();
}

/// Looked at once more: a real case may have begun to use one of the units meanwhile. Where one
/// does so after the look, the writer refuses, and what stays is counted again.
bool remove_entries(House& house, const Actor& by, const std::string& own) {
  constexpr int most_tries = 16;
  for (int tries = 0; tries < most_tries; ++tries) {
    const RemoveExampleEntries wish{examples_in(house, own).kept};
    if (is_stored(house, register_stream, by, LedgerCommand{wish})) return true;
  }
  return false;
}

}  // namespace

std::vector<CaseId> example_cases(const House& house) {
  std::vector<CaseId> all;
  constexpr std::size_t most = 100'000;
  for (const ListedEntry& line : house.shelf.entries(of_examples(most)))
    all.emplace_back(line.found.name);
  std::ranges::sort(all);
  return all;
}

bool has_examples(const House& house) {
  return !house.shelf.ledger()->ledger.known.examples.empty() ||
         !house.shelf.entries(of_examples(1)).empty();
}

bool is_example(const House& house, const CaseId& id) {
  const auto read = house.shelf.find_case(id.text);
  return read && read->file.disposal.is_example && !read->file.disposal.fact;
}

Examples examples_in(const House& house, const std::string& account) {
  house.desk.catch_up();
  Examples found;
  found.cases = example_cases(house);
  found.accounts = house.people.accounts.examples();
  const auto ledger = house.shelf.ledger();
  const Register& known = ledger->ledger.known;
  if (found.cases.empty() && found.accounts.empty() && known.examples.empty()) return found;
  InUse used{known};
  RealOnes real{house, found, used};
  real.look_at_cases();
  real.look_at_accounts(account);
  found.kept = used.kept();
  const Entries& all = known.examples;
  found.going = {
      without(all.principals, found.kept.principals), without(all.units, found.kept.units),
      without(all.agreements, found.kept.agreements), without(all.councils, found.kept.councils)};
  return found;
}

Removal remove_examples(House& house, const Actor& by, const std::string& own) {
  const Examples all = examples_in(house, own);
  if (all.own_account) return Removal::own_account;
  bool whole = true;
  for (const CaseId& id : all.cases) {
    whole = is_stored(house, id.text, by, FileCommand{RemoveExample{}}) && whole;
  }
  if (!(all.going.empty() && all.kept.empty())) {
    whole = remove_entries(house, by, own) && whole;
    house.shelf.forget_ledger();
  }
  for (const Account& account : all.accounts) {
    const auto closed = house.people.accounts.close(account.id);
    whole = boost::variant2::holds_alternative<Done>(closed) && whole;
  }
  return whole ? Removal::done : Removal::not_whole;
}

}  // namespace kallad::api
