// Accounts as administration shows them: who, where, with which positions, in which state.
// Not their secrets, which nobody is shown. Rule kept: what an account may is said in words.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "adapters/api/routes/answers.hpp"
#include "adapters/web/admin/frame/admin_frame.hpp"

namespace kallad::web {

struct AccountLine {
  std::string href;
  std::string name;
  std::string user_name;
  std::string unit;
  std::string positions;  ///< words with commas between
  std::string state;      ///< empty where it is active
  std::string tone;
  bool example = false;  ///< somebody invented
};
BOOST_DESCRIBE_STRUCT(AccountLine, (),
                      (href, name, user_name, unit, positions, state, tone, example))

AccountLine account_line(const api::House& house, const api::AccountShown& account,
                         Language language);

/// Units to choose from, by name, and the positions there are.
std::vector<Choice> unit_choices(const api::RegisterShown& known);
std::vector<Choice> position_choices(Language language);

/// The page that shows a secret the only time it is shown.
struct OnceView {
  static constexpr std::string_view page = "once";
  std::string heading;
  std::string about;
  std::string secret;
  std::string back;
};
BOOST_DESCRIBE_STRUCT(OnceView, (), (heading, about, secret, back))

/// The address of a one-time link as it is handed over.
std::string link_address(const api::House& house, const HttpRequest& request,
                         const std::string& token);

}  // namespace kallad::web
