// Forms of commands: every command has its place and its button, every field its label, and what is
// filled in becomes the data that the codec reads.
// Not the pages in a browser: tests/browser. Rule kept: no wish is without a way.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "adapters/brain/messages.hpp"
#include "adapters/clock/stockholm.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/web/case/command_groups.hpp"
#include "adapters/web/case/fields/command_fields.hpp"
#include "adapters/web/case/fields/command_labels.hpp"
#include "engine/authority/authority.hpp"

namespace kallad::web::commands_testing {

namespace {

using nlohmann::json;

/// Whether some account may ever say it: not the clock's, the mail's or a link's alone.
bool is_for_accounts(std::string_view command) {
  for (const auto& row : authority::file_rows()) {
    if (row.command != command) continue;
    return std::ranges::any_of(row.grants, [](const authority::Grant& grant) {
      return grant.when != authority::Condition::by_link &&
             grant.when != authority::Condition::by_program;
    });
  }
  return false;
}

std::vector<const codec::Alternative*> commands() {
  std::vector<const codec::Alternative*> all;
  for (const codec::Alternative& each : codec::shape_of<FileCommand>().alternatives) {
    if (is_for_accounts(each.id)) all.push_back(&each);
  }
  return all;
}

/// A case with two parties, a goal and an activity, so that lists about them have groups.
struct Ground {
  Ground() {
    known.principals[PrincipalId{"region"}] = {
        PrincipalId{"region"}, "Regionen", PrincipalKind::region, {}};
    for (const char* id : {"region/a", "region/b"}) {
      shown.parties.push_back({PartyId{id},
                               PartyKind::unit,
                               Calling::summoned,
                               CallingReason::not_a_unit,
                               PrincipalId{"region"},
                               "Enheten",
                               {}});
    }
    shown.plan.goals.push_back({GoalId{"mal-1"}, "Bo kvar", GoalKind::part, true});
    shown.plan.activities.push_back(
        {ActivityId{"akt-1"}, ActivityStatus::planned, "Ringa", PartyId{"region/a"}, {}, {}, ""});
  }
  std::vector<CommandGroup> fields(const codec::Shape& shape) const {
    return fields_of(shape, {&shown, known, caller, calendar, Language::swedish});
  }
  CaseView shown;
  Register known;
  Caller caller;
  Calendar calendar{stockholm()};
};

const codec::Shape& shape_named(std::string_view id) {
  for (const codec::Alternative& each : codec::shape_of<FileCommand>().alternatives) {
    if (each.id == id) return *each.shape;
  }
  throw std::logic_error("no such command");
}

/// The data that a form with these values comes to.
json data_with(std::string_view command,
               const std::vector<std::pair<std::string, std::string>>& values) {
  const Ground ground;
  Form form;
  for (const auto& [name, value] : values) form.put(name, value);
  return data_of(ground.fields(shape_named(command)), form, ground.calendar);
}

}  // namespace

TEST(Commands, EachStandsInOneGroupOfTheCasesPage) {
  std::multiset<std::string_view> placed{OpenCase::id};
  for (const CommandRows& rows : command_groups) {
    placed.insert(rows.commands.begin(), rows.commands.end());
  }
  placed.insert(deficiency_rows.begin(), deficiency_rows.end());
  placed.insert(disposal_rows.begin(), disposal_rows.end());
  for (const auto* each : commands()) EXPECT_EQ(placed.count(each->id), 1U) << each->id;
}

TEST(Commands, EachHasAButtonAndEachFieldALabelInBothLanguages) {
  const Ground ground;
  for (const auto* each : commands()) {
    for (const Language language : {Language::swedish, Language::english}) {
      EXPECT_FALSE(heading_of(each->id, language).starts_with("do.")) << each->id;
      for (const CommandGroup& group : ground.fields(*each->shape)) {
        for (const CommandField& field : group.fields) {
          if (!field.fixed.empty()) continue;
          EXPECT_NE(label_of(each->id, field.path, language), field.path)
              << each->id << " " << field.path;
        }
      }
    }
  }
}

TEST(Commands, CoordinationIsHandedToAUnitThatTakesPart) {
  Ground ground;
  for (const char* id : {"region/a", "region/b", "region/c", "region/d"}) {
    ground.known.units[UnitId{id}].id = UnitId{id};
    ground.known.units[UnitId{id}].name = id;
  }
  ground.shown.parties[1].left_at = Instant{};
  ground.shown.coordinator.unit = UnitId{"region/d"};
  const auto fields = ground.fields(shape_named(HandOverCoordination::id)).front().fields;
  const auto unit = std::ranges::find(fields, "to.unit", &CommandField::path);
  ASSERT_NE(unit, fields.end());
  std::string offered;
  for (const Choice& each : unit->choices) offered += each.value + " ";
  EXPECT_EQ(offered, "region/a region/d ") << "the one that has left, and a stranger, cannot";
}

TEST(Commands, EachFieldThatIsChosenHasSomethingToChoose) {
  const Ground ground;
  for (const auto* each : commands()) {
    for (const CommandGroup& group : ground.fields(*each->shape)) {
      for (const CommandField& field : group.fields) {
        if (field.leaf->kind != codec::Kind::enumeration) continue;
        EXPECT_FALSE(field.choices.empty()) << each->id << " " << field.path;
        for (const Choice& one : field.choices) {
          EXPECT_FALSE(one.text.empty()) << each->id << " " << field.path << " " << one.value;
        }
      }
    }
  }
}

TEST(Commands, WhatIsEmptyIsLeftOutAndMarksKeepNoGaps) {
  EXPECT_EQ(data_with("close_attendance", {{"marks-1-attendance", "absent"}}),
            (json{{"marks", {{{"party", "region/b"}, {"attendance", "absent"}}}}}));
  EXPECT_EQ(data_with("close_attendance", {}), json::object());
}

TEST(Commands, MomentsAreThoseOfTheWallAndDaysAndLinesAsTyped) {
  const json data = data_with("record_discharge_facts", {{"facts-admitted_at", "2026-07-01T00:30"},
                                                         {"facts-agreed_summons_days", "3"}});
  EXPECT_EQ(data["facts"]["admitted_at"], "2026-06-30T22:30:00Z");
  EXPECT_EQ(data["facts"]["agreed_summons_days"], 3);
  const json summons = data_with(
      "send_summons", {{"starts", "2026-03-20T13:00"}, {"questions", "Vem?\r\n\r\nNär?"}});
  EXPECT_EQ(summons["starts"], "2026-03-20T13:00");
  EXPECT_EQ(summons["questions"], (json{"Vem?", "När?"}));
}

TEST(Commands, AFilledInFormIsReadByTheCodec) {
  const json data = data_with("record_consent", {{"consent-given_by-1-name", "Anna"},
                                                 {"consent-given_by-1-capacity", "person"},
                                                 {"consent-form", "oral"},
                                                 {"consent-from", "2026-03-02"}});
  const auto read = codec::read_data<FileCommand>("record_consent", 0, data.dump());
  ASSERT_TRUE(read) << data.dump();
  EXPECT_EQ(boost::variant2::get<RecordConsent>(read.value()).consent.given_by.size(), 1U);
}

}  // namespace kallad::web::commands_testing
