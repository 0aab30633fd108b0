// The story the product exists for, told through the API alone: Helsingborg opens a case about an
// invented person, summons the region, and the region has seen it, never answers and does not come.
// Not the engine's tests: here it matters that each hand reaches what it needs, and nobody more.
#pragma once

#include "tests/adapters/api/api_house.hpp"

namespace kallad::testing {

using namespace std::chrono_literals;

/// `House`: the server it is told to.
template <class House>
struct RegionStoryIn {
  RegionStoryIn()
      : siv(house.invite("siv", "Siv Samordnare", "helsingborg/vuxen",
                         {"coordinator", "attendee"})),
        rut(house.invite("rut", "Rut Region", "region/psykosmottagning-helsingborg", {"attendee"})),
        ove(house.invite("ove", "Ove Utomstående", "hoganas/vuxen", {"coordinator", "attendee"})),
        ada(house.invite("ada", "Ada Granskare", "helsingborg/psykiatrisamordning", {"auditor"})) {}

  json opening() const {
    return {
        {"kind", "sip"},
        {"person",
         {{"name", "Anna Påhittad"}, {"identity_number", "19701063-2391"}, {"protection", "none"}}},
        {"need", "Boende och medicin behöver samordnas"},
        {"noticed_by", "unit"},
        {"council", "northwest"},
        {"agreement", "northwest"},
        {"coordinator", {{"unit", "helsingborg/vuxen"}, {"name", "Siv Samordnare"}}},
        {"law", "sol_hsl"}};
  }
  void open() {
    const Reply reply = house.say(siv, "/api/v1/cases", opening());
    ASSERT_EQ(reply.status, 201U) << reply.text;
    place = reply.header("location");
  }
  void prepare() {
    open();
    house.must(siv, place + "/add_party", {{"party", "helsingborg/vuxen"}, {"kind", "unit"}});
    house.must(siv, place + "/add_party", {{"party", region}, {"kind", "unit"}});
    house.must(siv, place + "/add_party", {{"party", "anna"}, {"kind", "person"}});
    house.must(siv, place + "/record_consent",
               {{"consent",
                 {{"given_by", {{{"name", "Anna Påhittad"}, {"capacity", "person"}}}},
                  {"form", "oral"},
                  {"from", "2026-03-02"},
                  {"until", "2027-03-02"}}}});
  }
  void summon() {
    prepare();
    house.must(siv, place + "/send_summons",
               {{"starts", "2026-03-20T13:00"},
                {"place", "Stadshuset"},
                {"purpose", "Samordna stödet"},
                {"questions", {"Vem ansvarar för medicineringen?"}}});
  }
  void hold() {
    summon();
    house.must(rut, place + "/acknowledge", {{"party", region}});
    pass(18 * 24h + 3h + 40min);  // 2026-03-20, 20 minutes before it starts
    house.must(siv, place + "/assign_roles", {{"chair", "Siv Samordnare"}});
    pass(30min);
    house.must(siv, place + "/open_meeting", json::object());
    house.must(siv, place + "/mark_attendance",
               {{"mark", {{"party", "helsingborg/vuxen"}, {"attendance", "present"}}}});
    house.must(siv, place + "/mark_attendance",
               {{"mark", {{"party", "anna"}, {"attendance", "present"}}}});
    house.must(siv, place + "/mark_attendance",
               {{"mark", {{"party", region}, {"attendance", "absent"}}}});
    pass(1h);
    house.must(siv, place + "/close_attendance", json::object());
  }
  /// Time passes, and all sign in anew.
  void pass(std::chrono::milliseconds time) {
    house.pass_to(house.clock.now + time);
    for (Guest* guest : {&siv, &rut, &ove, &ada, &house.administrator}) house.sign_in(*guest);
  }
  json shown(const Guest& who) { return house.get(who, place).body(); }

  static constexpr const char* region = "region/psykosmottagning-helsingborg";
  House house;
  Guest siv;  ///< coordinates for Helsingborg
  Guest rut;  ///< works at the region's clinic
  Guest ove;  ///< works in another municipality, no party
  Guest ada;  ///< audits
  std::string place;
};

using RegionStory = RegionStoryIn<ApiHouse>;

}  // namespace kallad::testing
