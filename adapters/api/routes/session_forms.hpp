// What clients send to sign in, enrol and invite: described structs, read strictly by the codec.
// Not what becomes of them: session_routes.cpp and account_routes.cpp.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"

namespace kallad::api {

/// `code` is of the app, or a recovery code.
struct SignInForm {
  std::string user_name;
  std::string password;
  std::string code;
};
BOOST_DESCRIBE_STRUCT(SignInForm, (), (user_name, password, code))

/// The token of a one-time link.
struct LinkForm {
  std::string token;
};
BOOST_DESCRIBE_STRUCT(LinkForm, (), (token))

struct AcceptForm {
  std::string token;
  std::string password;
  std::string code;
};
BOOST_DESCRIBE_STRUCT(AcceptForm, (), (token, password, code))

struct PasswordForm {
  std::string current;
  std::string wanted;
};
BOOST_DESCRIBE_STRUCT(PasswordForm, (), (current, wanted))

/// Whom to name for a case with protected identity.
struct NameStaffForm {
  std::string user_name;
};
BOOST_DESCRIBE_STRUCT(NameStaffForm, (), (user_name))

/// A token for a program, good for that many days.
struct TokenForm {
  std::string name;
  int days = 90;
};
BOOST_DESCRIBE_STRUCT(TokenForm, (), (name, days))

struct InviteForm {
  std::string user_name;
  std::string shown_name;
  UnitId unit;
  std::vector<std::string> positions;
};
BOOST_DESCRIBE_STRUCT(InviteForm, (), (user_name, shown_name, unit, positions))

/// The unit and the positions that an account is to have from now on.
struct RightsForm {
  UnitId unit;
  std::vector<std::string> positions;
};
BOOST_DESCRIBE_STRUCT(RightsForm, (), (unit, positions))

/// A row of the list of what could not be done, to be tried at once.
struct RetryForm {
  std::string stream;
  Instant due;
  std::string kind;
  std::string subject;
};
BOOST_DESCRIBE_STRUCT(RetryForm, (), (stream, due, kind, subject))

}  // namespace kallad::api
