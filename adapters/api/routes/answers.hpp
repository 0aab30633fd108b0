// What reads answer, as described structs: written by the codec, and described by the same shapes.
// Not what a case looks like (adapters/view), and not problems (way/problem.hpp). Rule kept: an
// answer is a struct wherever it can be, so that the description cannot drift from what is sent.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/api/lists/list_answers.hpp"
#include "engine/deadline/routine.hpp"
#include "engine/register/register.hpp"
#include "engine/spine/actor.hpp"

namespace kallad::api {

/// A sentence in both languages.
struct Sentence {
  std::string sv;
  std::string en;
};
BOOST_DESCRIBE_STRUCT(Sentence, (), (sv, en))

/// What happened in a case, without anybody's words. `unit` and `name` are whose hand it was, and
/// `said` tells it in a sentence, where the caller may know.
struct CaseEvent {
  std::uint64_t sequence = 0;
  Instant at;
  std::string type;
  int version = 1;
  Role role = Role::clock;
  std::optional<UnitId> unit;
  std::optional<std::string> name;
  std::optional<Sentence> said;
};
BOOST_DESCRIBE_STRUCT(CaseEvent, (), (sequence, at, type, version, role, unit, name, said))

struct CaseEvents {
  std::vector<CaseEvent> events;
};
BOOST_DESCRIBE_STRUCT(CaseEvents, (), (events))

/// A unit. Where letters go and who is head is for those who keep the register.
struct UnitShown {
  UnitId id;
  PrincipalId principal;
  std::string name;
  std::optional<std::string> hsa_id;
  std::optional<std::string> mailbox;
  std::optional<std::string> head;
  std::optional<std::string> head_contact;
  std::optional<std::vector<std::string>> deputies;
  std::optional<MailboxCheck> mailbox_check;
  std::optional<std::string> language;
  std::optional<Absence> head_absence;  ///< also for the unit's own head
};
BOOST_DESCRIBE_STRUCT(UnitShown, (),
                      (id, principal, name, hsa_id, mailbox, head, head_contact, deputies,
                       mailbox_check, language, head_absence))

/// How long a huvudman keeps its copy of a case. `recorded`: false where nobody has said so, and
/// the product takes it to be that.
struct RetentionShown {
  PrincipalId principal;
  Retention retention;
  bool recorded = false;
};
BOOST_DESCRIBE_STRUCT(RetentionShown, (), (principal, retention, recorded))

/// The register as it is now. `version` is what a change of it builds on.
struct RegisterShown {
  std::uint64_t version = 0;
  std::vector<Principal> principals;
  std::vector<UnitShown> units;
  std::vector<Agreement> agreements;
  std::vector<Council> councils;
  std::vector<Routine> routines;
  std::vector<RetentionShown> retentions;  ///< of each principal
};
BOOST_DESCRIBE_STRUCT(RegisterShown, (),
                      (version, principals, units, agreements, councils, routines, retentions))

struct AccountShown {
  std::string id;
  std::string user_name;
  std::string name;
  UnitId unit;
  std::vector<std::string> positions;
  std::string state;
  bool is_example = false;  ///< somebody invented, to learn by
};
BOOST_DESCRIBE_STRUCT(AccountShown, (), (id, user_name, name, unit, positions, state, is_example))

struct AccountPage {
  std::vector<AccountShown> accounts;
};
BOOST_DESCRIBE_STRUCT(AccountPage, (), (accounts))

/// Who may see a case with protected identity, beside its coordinator.
struct NamedStaffMember {
  std::string account;
  std::string user_name;
  std::string name;
  UnitId unit;
};
BOOST_DESCRIBE_STRUCT(NamedStaffMember, (), (account, user_name, name, unit))

struct NamedStaff {
  std::vector<NamedStaffMember> staff;
};
BOOST_DESCRIBE_STRUCT(NamedStaff, (), (staff))

/// A one-time link's token, shown once.
struct Invited {
  std::string account;
  std::string token;
  Instant ends;
};
BOOST_DESCRIBE_STRUCT(Invited, (), (account, token, ends))

/// A program's token, shown once.
struct TokenShown {
  std::string id;
  std::string token;
};
BOOST_DESCRIBE_STRUCT(TokenShown, (), (id, token))

/// What the page behind a one-time link shows.
struct LinkShown {
  std::string user_name;
  std::string name;
  std::string otpauth;
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(LinkShown, (), (user_name, name, otpauth, secret))

/// Who is signed in. Changes carry `csrf_token` in X-CSRF-Token; `recovery_codes` are shown once.
struct Me {
  std::string account;
  std::string user_name;
  std::string name;
  UnitId unit;
  std::vector<std::string> positions;
  std::string csrf_token;
  std::optional<std::vector<std::string>> recovery_codes;
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (account, user_name, name, unit, positions, csrf_token, recovery_codes))

/// Who opened what, and on what ground.
struct AccessShown {
  std::int64_t number = 0;
  Instant at;
  std::string account;
  std::string name;
  std::string unit;
  std::string subject;
  std::string kind;
  std::string ground;
  std::string outcome;
};
BOOST_DESCRIBE_STRUCT(AccessShown, (),
                      (number, at, account, name, unit, subject, kind, ground, outcome))

/// `next` is what `before` is to be for the page after; the last page has none.
struct AccessRows {
  std::vector<AccessShown> rows;
  std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(AccessRows, (), (rows, next))

/// Something that fell due and could not be done. `kind` and `subject` are the program's own words.
struct TroubleShown {
  std::string stream;
  Instant due;
  std::string kind;
  std::string subject;
  std::uint32_t attempts = 0;
  Instant first;
  Instant last;
  std::string accident;
};
BOOST_DESCRIBE_STRUCT(TroubleShown, (),
                      (stream, due, kind, subject, attempts, first, last, accident))

struct TroubleList {
  std::vector<TroubleShown> rows;
};
BOOST_DESCRIBE_STRUCT(TroubleList, (), (rows))

}  // namespace kallad::api
