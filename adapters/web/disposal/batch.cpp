// Each answer asks for the next. A second copy of the same case builds on what the first one made
// of it, which is one event more.
#include "adapters/web/disposal/batch.hpp"

#include <charconv>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "engine/disposal/disposal_messages.hpp"

namespace kallad::web {

namespace {

struct Batch {
  const Within& within;
  api::Call call;
  std::vector<ChosenCopy> copies;
  std::string key;
  std::function<void(std::vector<FailedCopy>)> done;
  std::size_t next = 0;
  std::map<std::string, std::uint64_t> decided;  ///< how many copies of a case
  std::vector<FailedCopy> failed;
};

std::string version_after(const std::string& seen, std::uint64_t decided) {
  std::uint64_t version = 0;
  const auto [end, error] = std::from_chars(seen.data(), seen.data() + seen.size(), version);
  const bool is_number = error == std::errc{} && end == seen.data() + seen.size();
  return is_number ? std::to_string(version + decided) : seen;
}

void go_on(const std::shared_ptr<Batch>& batch) {
  if (batch->next == batch->copies.size()) return batch->done(std::move(batch->failed));
  const ChosenCopy& copy = batch->copies[batch->next];
  const nlohmann::json body{{"principal", copy.principal}};
  batch->within.say(DisposeCopy::id, batch->call, {copy.of_case}, body.dump(),
                    batch->key + "-" + std::to_string(batch->next),
                    version_after(copy.version, batch->decided[copy.of_case]),
                    [batch](HttpResponse response) {
                      const ChosenCopy& said = batch->copies[batch->next++];
                      if (response.status < 400) {
                        ++batch->decided[said.of_case];
                      } else {
                        batch->failed.push_back({said, std::move(response)});
                      }
                      go_on(batch);
                    });
}

}  // namespace

void dispose_all(const Within& within, const api::Call& call, std::vector<ChosenCopy> copies,
                 const std::string& key, std::function<void(std::vector<FailedCopy>)> done) {
  go_on(std::make_shared<Batch>(
      Batch{within, call, std::move(copies), key, std::move(done), 0, {}, {}}));
}

}  // namespace kallad::web
