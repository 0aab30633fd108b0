// The people and the cases that the matrix of the API asks about, all told through the API.
// Not what anybody should see or may do: matrix_oracle.hpp has that by hand. Rule kept: plainly
// invented people only.
#pragma once

#include <map>

#include "tests/adapters/api/api_house.hpp"

namespace kallad::api_matrix {

using testing::ApiHouse;
using testing::Guest;
using testing::json;

/// What a case has come to when it is asked about.
enum class Situation {
  open,         ///< in its meeting, consent in force, the coordination offered to Kim, of a party
  unconsented,  ///< in preparation, without any consent
  guarded,      ///< as open, of a person with protected identity
  withdrawn,    ///< consent withdrawn in the meeting
  ended,        ///< consent ended by its last day
  left,         ///< the region's clinic is a party no more
  closed,
  nothing,  ///< a number that no case has
};
inline constexpr auto situations = std::to_array<Situation>(
    {Situation::open, Situation::unconsented, Situation::guarded, Situation::withdrawn,
     Situation::ended, Situation::left, Situation::closed, Situation::nothing});
std::string name_of(Situation situation);

/// Somebody who calls. `bearer` where it is a program that does.
struct Hand {
  Guest guest;
  std::string name;
  std::string unit;
  std::vector<std::string> positions;
  std::string bearer = {};
};

inline constexpr const char* town = "helsingborg/vuxen";                      // coordinates
inline constexpr const char* clinic = "region/psykosmottagning-helsingborg";  // a party
inline constexpr const char* excepted = "region/bup-helsingborg";  // a party outside the consent

class MatrixHouse {
 public:
  MatrixHouse();
  const std::map<std::string, Hand>& hands() const { return hands_; }
  /// "/api/v1/cases/..."
  const std::string& place(Situation situation) const { return places_.at(situation); }
  testing::Reply ask(const Hand& who, const std::string& method, const std::string& target,
                     const std::string& body = {}, HttpHeaders more = {});
  void sign_all_in();

  ApiHouse house;

 private:
  void invite(const std::string& user, const std::string& name, const std::string& unit,
              std::vector<std::string> positions);
  void open(Situation situation);
  void call(Situation situation);
  void add_deficiencies(Situation situation);
  void hold(Situation situation);
  void offer(Situation situation);
  void finish(Situation situation);
  const Guest& guest(const std::string& user) const { return hands_.at(user).guest; }
  void say(const std::string& user, Situation situation, const std::string& command, json body) {
    house.must(guest(user), place(situation) + "/" + command, body);
  }

  std::map<std::string, Hand> hands_;
  std::map<Situation, std::string> places_;
};

}  // namespace kallad::api_matrix
