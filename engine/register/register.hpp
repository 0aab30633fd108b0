// The register: which organisations there are, their units, and which agreement binds whom to come.
// Not an address book of persons: a unit has a function mailbox and a head; who comes is said in a
// seat. Rule kept (domain 2): the duty to attend is a property of party and agreement, never of
// party type alone.
#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/spine/id.hpp"
#include "engine/spine/instant.hpp"

namespace kallad {

/// What sort of organisation a principal is. It groups reports and says nothing of duty.
enum class PrincipalKind { region, municipality, private_provider, authority, other };
BOOST_DESCRIBE_ENUM(PrincipalKind, region, municipality, private_provider, authority, other)

/// Huvudman, or another organisation whose units take part. A private provider under contract names
/// the principal it is bound like.
struct Principal {
  PrincipalId id;
  std::string name;
  PrincipalKind kind = PrincipalKind::other;
  std::optional<PrincipalId> bound_like;
  bool operator==(const Principal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Principal, (), (id, name, kind, bound_like))

/// Verksamhet: what is summoned and answers.
struct Unit {
  UnitId id;
  PrincipalId principal;
  std::string name;
  std::string mailbox;       ///< function mailbox, watched by the unit and not by one person
  std::string head;          ///< enhetschef
  std::string head_contact;  ///< where reminders to the head go
  std::vector<std::string> deputies;
  std::optional<std::string> hsa_id;
  std::optional<std::string> language = {};  ///< of letters to it: "sv" or "en"; nothing: Swedish
  bool operator==(const Unit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Unit, (),
                      (id, principal, name, mailbox, head, head_contact, deputies, hsa_id,
                       language))

/// A member of an agreement, and whether membership carries the duty to come when summoned. Where
/// `units` are named, the membership is for those units alone.
struct Member {
  PrincipalId principal;
  bool duty_to_attend = true;
  std::vector<UnitId> units;
  bool operator==(const Member&) const = default;
};
BOOST_DESCRIBE_STRUCT(Member, (), (principal, duty_to_attend, units))

/// Överenskommelse: binds its members from a day, until a day (inclusive) where one is set.
struct Agreement {
  AgreementId id;
  std::string name;
  CouncilId council;
  Date valid_from;
  std::optional<Date> valid_until;
  std::vector<Member> members;
  bool operator==(const Agreement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (id, name, council, valid_from, valid_until, members))

/// Lokalt samråd. Its secretary (psykiatrisamordnare) belongs to a unit.
struct Council {
  CouncilId id;
  std::string name;
  UnitId secretary_unit;
  bool operator==(const Council&) const = default;
};
BOOST_DESCRIBE_STRUCT(Council, (), (id, name, secretary_unit))

/// Whether letters reach a unit's function mailbox, as somebody or the mail last saw it.
struct MailboxCheck {
  Date on;
  bool bounced = false;  ///< a letter came back
  bool operator==(const MailboxCheck&) const = default;
};

BOOST_DESCRIBE_STRUCT(MailboxCheck, (), (on, bounced))

/// When a unit's head is away, local days, both included: the deputies get the head's letters.
struct Absence {
  Date from;
  Date until;
  bool operator==(const Absence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Absence, (), (from, until))

/// By which law a principal keeps its records of a case (domain 6).
enum class RetentionLaw {
  health_care,      ///< at least ten years after the last entry (PDL 3:17)
  social_services,  ///< five years, and gone by the end of the next calendar year (SoL)
};
BOOST_DESCRIBE_ENUM(RetentionLaw, health_care, social_services)

/// Whose records a principal keeps for research, whatever their age.
enum class ResearchSample {
  none,
  born_on_5_15_25,  ///< of people born on the 5th, 15th or 25th of a month
  all,
};
BOOST_DESCRIBE_ENUM(ResearchSample, none, born_on_5_15_25, all)

/// How long a principal keeps its copy of a case.
struct Retention {
  RetentionLaw law = RetentionLaw::health_care;
  ResearchSample research = ResearchSample::none;
  bool operator==(const Retention&) const = default;
};
BOOST_DESCRIBE_STRUCT(Retention, (), (law, research))

/// Entries of the register, by their ids.
struct Entries {
  std::vector<PrincipalId> principals;
  std::vector<UnitId> units;
  std::vector<AgreementId> agreements;
  std::vector<CouncilId> councils;
  bool operator==(const Entries&) const = default;
  bool empty() const {
    return principals.empty() && units.empty() && agreements.empty() && councils.empty();
  }
};
BOOST_DESCRIBE_STRUCT(Entries, (), (principals, units, agreements, councils))

/// All that is registered now. What it was before is in the register's own log.
struct Register {
  std::map<PrincipalId, Principal> principals;
  std::map<UnitId, Unit> units;
  std::map<AgreementId, Agreement> agreements;
  std::map<CouncilId, Council> councils;
  std::map<UnitId, MailboxCheck> mailbox_checks;  ///< of the addresses that stand now
  std::map<UnitId, Absence> head_absences;        ///< the present or next one of each
  std::map<PrincipalId, Retention> retentions;    ///< as recorded; see retention_of
  Entries examples;                               ///< invented ones, to learn by
};

/// The unit, or null where there is none of that id.
const Unit* find_unit(const Register& known, const UnitId& unit);

/// The principal, or null where there is none of that id.
const Principal* find_principal(const Register& known, const PrincipalId& principal);

/// What the principal is called; its id where it has no name here.
std::string principal_name(const Register& known, const PrincipalId& principal);

/// Whether the unit's head is away on that local day.
bool is_head_away(const Register& known, const UnitId& unit, Date day);

/// How long the principal keeps its copy: as recorded, else a municipality by the law of social
/// services and everybody else by that of health care, which keeps longer.
Retention retention_of(const Register& known, const PrincipalId& principal);

/// How a unit stands to an agreement on a day.
enum class Duty {
  bound,     ///< member, and must come or send a substitute
  may_come,  ///< member without the duty to attend
  outsider,  ///< not a member: can be invited, never summoned (rulings, "Outsiders")
};
BOOST_DESCRIBE_ENUM(Duty, bound, may_come, outsider)

/// The duty of `unit` under `agreement` on `day`. A private provider is bound as the agreement says
/// of itself, else as it says of the principal it is bound like (domain 2: bound like its
/// huvudman). An unknown unit or agreement, or an agreement not valid that day, gives outsider.
Duty duty_of(const Register& known, const UnitId& unit, const AgreementId& agreement, Date day);

}  // namespace kallad
