// A case that somebody works with on its pages: opened, with consent, and its coordinator signed
// in. Not tests: *_work_test.cpp. Rule kept: what is not about pages is said to the API.
#pragma once

#include <gtest/gtest.h>

#include "tests/adapters/web/web_house.hpp"

namespace kallad::testing {

inline const std::string town = "helsingborg/vuxen";
inline const std::string clinic = "region/psykosmottagning-helsingborg";
inline const std::string laro = "region/laro-helsingborg";

inline bool has(const Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

/// A case just opened, with consent, and its coordinator.
class Work {
 public:
  Work() : anna(house.invite("anna", "Anna Ek", town, {"coordinator", "attendee"})) {
    const Reply opened =
        house.post(anna, "/api/v1/cases", opening("19701063-2391"), {{"idempotency-key", "open"}});
    EXPECT_EQ(opened.status, 201U) << opened.text;
    id = opened.body()["case"];
    house.must(anna, api("record_consent"),
               {{"consent",
                 {{"given_by", {{{"name", "Anna Påhittad"}, {"capacity", "person"}}}},
                  {"form", "oral"},
                  {"from", iso(stockholm().day_of(house.clock.now))}}}});
  }

  std::string api(const std::string& command) const {
    return "/api/v1/cases/" + id + "/" + command;
  }
  std::string page(const std::string& more = "") const { return "/cases/" + id + more; }
  Reply see(const std::string& more = "") { return house.see(anna, page(more)); }
  Reply press(const std::string& more, Fields fields) {
    fields.emplace_back("key", "work-" + std::to_string(++keys_));
    const std::string etag = house.get(anna, "/api/v1/cases/" + id).header("etag");
    fields.emplace_back("version", etag.substr(1, etag.find('-') - 1));
    return house.send(anna, page(more), std::move(fields));
  }
  nlohmann::json shown() { return house.get(anna, "/api/v1/cases/" + id).body()["case"]; }
  /// The second case of the same coordinator.
  std::string open_another() {
    const Reply opened = house.post(anna, "/api/v1/cases", opening("19610973-2393"),
                                    {{"idempotency-key", "open another"}});
    EXPECT_EQ(opened.status, 201U) << opened.text;
    return opened.body()["case"];
  }
  /// The meeting has come, and those came.
  void hold(const std::vector<std::string>& came) {
    house.pass_to(house.clock.now + std::chrono::days{41});
    house.sign_in(anna);
    for (const std::string& party : came) {
      house.must(anna, api("mark_attendance"),
                 {{"mark", {{"party", party}, {"attendance", "present"}}}});
    }
  }
  void answer_four_points() {
    house.must(anna, api("open_meeting"), nlohmann::json::object());
    house.must(anna, api("record_plan_points"),
               {{"points",
                 {{"efforts_needed", "Stöd och behandling"},
                  {"responsibilities",
                   {{{"principal", "helsingborg"}, {"efforts", "Boendestöd"}},
                    {{"principal", "region"}, {"efforts", "Behandling"}}}},
                  {"no_others_measures", true},
                  {"overall_responsible", "region"}}}});
  }
  void summon() {
    for (const std::string& party : {town, clinic}) {
      house.must(anna, api("add_party"), {{"party", party}, {"kind", "unit"}});
    }
    const Date day = stockholm().day_of(house.clock.now + std::chrono::days{40});
    house.must(anna, api("send_summons"),
               {{"starts", iso(day) + "T13:00"},
                {"place", "Stadshuset"},
                {"purpose", "Samordna stödet"},
                {"questions", {"Vem gör vad?"}}});
  }

  WebHouse house;
  Guest anna;
  std::string id;

 private:
  static nlohmann::json opening(const std::string& number) {
    return {{"kind", "sip"},
            {"law", "sol_hsl"},
            {"council", "northwest"},
            {"agreement", "northwest"},
            {"person",
             {{"name", "Anna Påhittad"}, {"identity_number", number}, {"protection", "none"}}},
            {"need", "Boende och medicin"},
            {"coordinator", {{"unit", town}, {"name", "Anna Ek"}}},
            {"existing_sip_acknowledged", true}};
  }

  int keys_ = 0;
};

}  // namespace kallad::testing
