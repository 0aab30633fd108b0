// One export under way: gathers resources, gives each its address, knows who has been referred to
// so that those resources follow. Not what stands in a resource: plan.cpp, team.cpp, meetings.cpp,
// who.cpp. Rule kept: every reference of a bundle finds its resource in it, or is words alone.
#pragma once

#include <set>

#include "adapters/fhir/bundle.hpp"
#include "adapters/fhir/values.hpp"

namespace kallad::fhir {

class Packing {
 public:
  explicit Packing(const Source& from) : from_(from) {}

  const Source& from() const { return from_; }
  const Case& running() const { return from_.file.running; }
  /// Whether the person's identity is protected: then nothing that leads to a place is written.
  bool is_guarded() const { return running().person.protection != Protection::none; }
  std::string at(Instant moment) const { return moment_text(from_.zone, moment); }

  /// Adds a resource. Its address is that of the element.
  void add(const std::string& element, std::string_view type, Json content);
  /// A reference to the element, with words beside it where there are any.
  Json to(const std::string& element, const std::string& words = {}) const;

  Json patient() const { return to("patient"); }
  Json plan() const { return to("care-plan"); }
  /// An organisation: a unit, a principal.
  Json unit(const UnitId& unit);
  Json principal(const PrincipalId& principal);
  /// Whichever of principal, unit or party has that id; words alone where none has.
  Json anybody(const std::string& id);
  /// A party where it answers for something: a unit as organisation.
  Json party(const PartyId& party);
  /// A party where it sits: FHIR lets no organisation sit at an Appointment, only its service.
  Json sitter(const PartyId& party);
  Json coordinator() const;

  /// The bundle, when all is in it.
  Json finish();

 private:
  Json person_beside(const Party& party) const;
  void add_services();
  void add_units();
  void add_principals();

  const Source& from_;
  Json entries_ = Json::array();
  std::set<UnitId> services_;
  std::set<UnitId> units_;
  std::set<PrincipalId> principals_;
};

/// The name of a unit, a principal: the register's, else the id.
std::string name_of(const Register& known, const UnitId& unit);
std::string name_of(const Register& known, const PrincipalId& principal);

// The parts of an export, each adding its resources.
void add_people(Packing& to);    ///< the patient, those beside the person, the coordinator
void add_plan(Packing& to);      ///< the plan, its goals, a task for each activity
void add_team(Packing& to);      ///< the parties
void add_consent(Packing& to);   ///< nothing where no consent has been recorded
void add_meetings(Packing& to);  ///< meetings, their places, and the answers to each summons
void add_last(Packing& to);      ///< what was recorded last

}  // namespace kallad::fhir
