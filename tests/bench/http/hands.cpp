// Bodies as text: the client is to cost as little as it can.
// Not a reader of JSON: the version is found by its name.
#include "tests/bench/http/hands.hpp"

#include <array>
#include <charconv>

namespace kallad::bench {

namespace {

struct Step {
  const char* command;
  const char* body;
};

constexpr std::array<Step, commands_a_case - 1> steps{{
    {"add_party", R"({"party":"helsingborg/vuxen","kind":"unit"})"},
    {"add_party", R"({"party":"region/psykosmottagning-helsingborg","kind":"unit"})"},
    {"add_party", R"({"party":"anna","kind":"person"})"},
    {"record_consent",
     R"({"consent":{"given_by":[{"name":"Anna Påhittad","capacity":"person"}],"form":"oral",)"
     R"("from":"2020-01-01"}})"},
    {"send_summons",
     R"({"starts":"2040-03-20T13:00","place":"Stadshuset","purpose":"Samordna stödet",)"
     R"("questions":["Vem ansvarar för medicineringen?"]})"},
    {"answer", R"({"party":"helsingborg/vuxen","answer":"attends"})"},
    {"answer", R"({"party":"region/psykosmottagning-helsingborg","answer":"attends"})"},
}};

constexpr const char* opening =
    R"({"kind":"sip","person":{"name":"Anna Påhittad","identity_number":"","protection":"none"},)"
    R"("need":"Boende och medicin","council":"northwest","agreement":"northwest","coordinator":)"
    R"({"unit":"helsingborg/vuxen","name":"Siv Samordnare"},"existing_sip_acknowledged":true,)"
    R"("law":"sol_hsl"})";

std::string headers_of(const program::SignedInGuest& who) {
  std::string headers;
  for (const auto& [name, value] : who.headers) headers += name + ": " + value + "\r\n";
  return headers;
}

class CoordinatorAtWork final : public Talker {
 public:
  CoordinatorAtWork(std::string headers, std::string key)
      : headers_(std::move(headers)), key_(std::move(key)) {}

  std::string request() override {
    const std::string key = "Idempotency-Key: " + key_ + std::to_string(++asked_) + "\r\n";
    if (step_ == 0) return request_text("POST /api/v1/cases", headers_ + key, opening);
    const Step& step = steps.at(step_ - 1);
    return request_text("POST /api/v1/cases/" + case_ + "/" + step.command,
                        headers_ + key + "If-Match: \"" + version_ + "\"\r\n", step.body);
  }

  void answered(unsigned status, const std::string&, const std::string& body) override {
    if (status != 200 && status != 201) {  // begins anew; the load tells how often
      step_ = 0;
      return;
    }
    if (step_ == 0) case_ = after(body, "\"case\":\"", '"');
    version_ = after(body, "\"version\":", ',');
    step_ = step_ == steps.size() ? 0 : step_ + 1;
  }

 private:
  static std::string after(const std::string& body, const std::string& name, char end) {
    const auto at = body.find(name) + name.size();
    return body.substr(at, body.find(end, at) - at);
  }

  std::string headers_;
  std::string key_;
  std::string case_;
  std::string version_;
  std::size_t step_ = 0;
  int asked_ = 0;
};

class ReaderAtWork final : public Talker {
 public:
  explicit ReaderAtWork(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string request() override { return bytes_; }
  void answered(unsigned, const std::string&, const std::string&) override {}

 private:
  std::string bytes_;
};

}  // namespace

MakeTalker coordinators(const program::SignedInGuest& who, const std::string& name) {
  return [headers = headers_of(who), name](int number) {
    return std::make_unique<CoordinatorAtWork>(headers, name + std::to_string(number) + "-");
  };
}

MakeTalker readers(const program::SignedInGuest& who, const std::string& path) {
  return [bytes = request_text("GET " + path, headers_of(who), "")](int) {
    return std::make_unique<ReaderAtWork>(bytes);
  };
}

}  // namespace kallad::bench
