// The file itself: what a thief finds in it, what survives a power cut, what is erased, and which
// files are refused. Not commands: the other tests here.
// Rule kept: a stolen file holds nothing that signs anybody in.
#include "adapters/sign_in/people_file.hpp"

#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "tests/adapters/sign_in/people_stage.hpp"

namespace kallad::testing {
namespace people_file_test {
namespace {

struct PeopleFileTest : PeopleTest {
  std::string bytes_on_disk() {
    std::string all;
    for (const char* name : {"people.sqlite", "people.sqlite-wal"}) {
      std::ifstream in{folder / name, std::ios::binary};
      all.append(std::istreambuf_iterator<char>{in}, {});
    }
    return all;
  }
  std::int64_t pragma(const std::string& name) {
    return people->file.read([&](SQLite::Database& database) {
      return database.execAndGet("PRAGMA " + name).getInt64();
    });
  }
};

TEST_F(PeopleFileTest, AThiefFindsNothingThatOpens) {
  const Somebody who = eva();
  const std::string link =
      good(people->enrolment.invite({"bo.exempel", "Bo Exempel", UnitId{"u"}, {"auditor"}}, now))
          .token;
  const std::string program =
      good(people->sessions.issue_program_token(who.account, "x", now + 1h, now)).token;
  const std::string form = people->sessions.session(who.session, now).value().form_token;
  const std::string bytes = bytes_on_disk();
  ASSERT_NE(bytes.find("eva.exempel"), std::string::npos);
  for (const std::string& token : {who.session, link, program.substr(4)})
    EXPECT_EQ(bytes.find(token.substr(32)), std::string::npos);
  for (const std::string& secret :
       {who.password, who.secret, totp_secret_text(who.secret), form, who.device.substr(64)})
    EXPECT_EQ(bytes.find(secret), std::string::npos);
  for (const std::string& code : who.recovery_codes) {
    EXPECT_EQ(bytes.find(code), std::string::npos);
  }
}

TEST_F(PeopleFileTest, WhatAThiefReadsIsNoToken) {
  const Somebody who = eva();
  const auto stored_ones = people->file.read([](SQLite::Database& database) {
    SQLite::Statement row{database, "SELECT handle, digest FROM sessions"};
    row.executeStep();
    return std::pair{row.getColumn(0).getString(), row.getColumn(1).getString()};
  });
  EXPECT_FALSE(is_in(stored_ones.first + stored_ones.second));
  key.fill(8);
  start_anew();
  now += 1min;
  EXPECT_EQ(answer(right(who)), "sign_in_failed") << "the thief has another key";
  Credentials given = right(who, "192.0.2.7");
  given.code = who.recovery_codes.front();
  EXPECT_EQ(answer(given), "sign_in_failed");
}

TEST_F(PeopleFileTest, WhatWasAnsweredIsSyncedAndInTheFilesAsTheyAre) {
  EXPECT_EQ(pragma("synchronous"), 2);
  EXPECT_EQ(people->file.read([](SQLite::Database& database) {
    return database.execAndGet("PRAGMA journal_mode").getString();
  }),
            "wal");
  const Somebody who = eva();
  ScratchFolder copy;
  for (const char* name : {"people.sqlite", "people.sqlite-wal"})
    std::filesystem::copy_file(folder / name, copy / name);
  settings.file = copy / "people.sqlite";
  People after{settings, key};
  EXPECT_EQ(after.accounts.find(who.account).value().state, AccountState::active);
  EXPECT_TRUE(after.sessions.session(who.session, now));
}

TEST_F(PeopleFileTest, IsReadableByItsOwnerOnly) {
  eva();
  for (const char* name : {"people.sqlite", "people.sqlite-wal"}) {
    struct stat about {};
    ASSERT_EQ(stat((folder / name).c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U) << name;
  }
}

TEST_F(PeopleFileTest, WhatIsErasedIsGoneFromTheBytes) {
  const Somebody who = eva();
  const std::string hash = people->file.read([](SQLite::Database& database) {
    return database.execAndGet("SELECT password FROM accounts").getString();
  });
  good(people->accounts.close(who.account));
  good(people->accounts.erase(who.account));
  people.reset();
  const std::string bytes = bytes_on_disk();
  ASSERT_NE(bytes.find("CREATE TABLE accounts"), std::string::npos);
  for (const std::string& gone : {std::string{"Eva Exempel"}, hash, who.user_name})
    EXPECT_EQ(bytes.find(gone), std::string::npos) << gone;
}

TEST_F(PeopleFileTest, AFileOfVersion1IsRaisedAndKeepsItsPeople) {
  const Somebody who = eva();
  people.reset();
  SQLite::Database{settings.file, SQLite::OPEN_READWRITE}.exec(
      "DROP TABLE federated; DROP TABLE named_staff; DROP TABLE feeds;"
      "ALTER TABLE accounts DROP COLUMN example; PRAGMA user_version = 1");
  start_anew();
  EXPECT_EQ(pragma("user_version"), 5);
  EXPECT_TRUE(is_in(who.session));
  EXPECT_EQ(people->file.read([](SQLite::Database& database) {
    return database.execAndGet("SELECT count(*) FROM federated").getInt();
  }),
            0);
}

TEST_F(PeopleFileTest, ANewerOrForeignFileIsRefused) {
  eva();
  people.reset();
  const auto fault = [&](const std::string& sql) {
    SQLite::Database{settings.file, SQLite::OPEN_READWRITE}.exec(sql);
    try {
      People{settings, key};
    } catch (const StoreError& error) {
      EXPECT_NE(std::string{error.what()}.find("people"), std::string::npos);
      return error.fault();
    }
    ADD_FAILURE() << "opened after " << sql;
    return StoreFault::failed;
  };
  EXPECT_EQ(fault("PRAGMA user_version = 6"), StoreFault::newer);
  EXPECT_EQ(fault("PRAGMA user_version = 0"), StoreFault::damaged);
  EXPECT_EQ(fault("PRAGMA application_id = 7"), StoreFault::foreign);
}

}  // namespace
}  // namespace people_file_test
}  // namespace kallad::testing
