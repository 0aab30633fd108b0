// Settings: which source wins, which errors are told and where, and that no value is repeated.
// Not their use in the server. Rule kept: flag before environment before file before default.
#include "adapters/config/settings.hpp"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace kallad {
namespace {

class TomlFile {
 public:
  explicit TomlFile(std::string_view text) {
    std::string folder = (std::filesystem::temp_directory_path() / "kallad-config-XXXXXX").string();
    folder_ = mkdtemp(folder.data());
    std::ofstream{path()} << text;
  }
  ~TomlFile() { std::filesystem::remove_all(folder_); }
  TomlFile(const TomlFile&) = delete;
  TomlFile& operator=(const TomlFile&) = delete;
  std::string path() const { return (folder_ / "kallad.toml").string(); }

 private:
  std::filesystem::path folder_;
};

ReadSettings of_file(std::string_view text) {
  const TomlFile file{text};
  return settings_from(std::array{read_toml(file.path())});
}

std::vector<std::string_view> setting_rules(const ReadSettings& read) {
  std::vector<std::string_view> rules;
  for (const SettingError& error : read.errors) rules.push_back(error.rule);
  return rules;
}

using Told = std::vector<std::string_view>;

TEST(Settings, WithoutAnySourceAreTheDefaults) {
  const ReadSettings read = settings_from({});
  EXPECT_EQ(read.settings, Settings{});
  EXPECT_TRUE(read.errors.empty());
}

TEST(Settings, ALaterSourceWins) {
  const TomlFile file{"[http]\nport = 1\naddress = \"0.0.0.0\"\nthreads = 3\n"};
  const std::array<const char*, 3> environment{"KALLAD_HTTP_PORT=2", "KALLAD_HTTP_THREADS=4",
                                               nullptr};
  const SaidValues flags{{{"http.port", "3", "--http-port"}}, {}};
  const auto read = settings_from(
      std::array{read_toml(file.path()), read_environment(environment.data()), flags});
  EXPECT_TRUE(read.errors.empty());
  EXPECT_EQ(read.settings.port, 3);
  EXPECT_EQ(read.settings.threads, 4);
  EXPECT_EQ(read.settings.address, "0.0.0.0");
}

TEST(Settings, UnknownKeysAreErrorsInFileAndEnvironment) {
  EXPECT_EQ(setting_rules(of_file("[http]\nprot = 1\n")), Told{"unknown_setting"});
  EXPECT_EQ(of_file("[http]\nprot = 1\n").errors.at(0).key, "http.prot");
  const std::array<const char*, 3> environment{"KALLAD_HTTP_PROT=2", "OTHER=1", nullptr};
  EXPECT_EQ(setting_rules(settings_from(std::array{read_environment(environment.data())})),
            Told{"unknown_setting"});
}

TEST(Settings, BoundsHoldAtTheirEdges) {
  EXPECT_EQ(setting_rules(of_file("[http]\nport = 65535\n")), Told{});
  EXPECT_EQ(setting_rules(of_file("[http]\nport = 65536\n")), Told{"out_of_bounds"});
  EXPECT_EQ(setting_rules(of_file("[http]\nport = -1\n")), Told{"out_of_bounds"});
  EXPECT_EQ(setting_rules(of_file("[http]\nport = \"http\"\n")), Told{"not_a_number"});
  EXPECT_EQ(setting_rules(of_file("[http]\nport = 1.5\n")), Told{"wrong_type"});
  EXPECT_EQ(setting_rules(of_file("[http]\nport = true\n")), Told{"wrong_type"});
}

TEST(Settings, CertificateAndKeyComeTogether) {
  EXPECT_EQ(setting_rules(of_file("[tls]\ncertificate = \"a.pem\"\n")), Told{"needs_other"});
  EXPECT_EQ(setting_rules(of_file("[tls]\ncertificate = \"a.pem\"\nkey = \"b.pem\"\n")), Told{});
  EXPECT_EQ(setting_rules(of_file("[session]\nidle_seconds = 120\nseconds = 60\n")),
            Told{"needs_other"});
}

TEST(Settings, BackupsNeedAFolderAndAKeyAndATimeOfDay) {
  EXPECT_EQ(setting_rules(of_file("[backup]\nfolder = \"b\"\n")), Told{"needs_other"});
  EXPECT_EQ(setting_rules(of_file("[backup]\npublic_key = \"k\"\n")), Told{"needs_other"});
  EXPECT_EQ(setting_rules(of_file("[backup]\nfolder = \"b\"\npublic_key = \"k\"\n")), Told{});
  EXPECT_EQ(time_of_day("00:00"), std::chrono::minutes{0});
  EXPECT_EQ(time_of_day("23:59"), std::chrono::minutes{1'439});
  for (const char* wrong : {"", "2:30", "24:00", "23:60", "-1:30", "02.30", "02:3x", "02:300"}) {
    EXPECT_EQ(setting_rules(of_file("[backup]\ntime = \"" + std::string{wrong} + "\"\n")),
              Told{"not_a_time"})
        << wrong;
  }
}

TEST(Settings, AddressesAreAddresses) {
  for (const char* good : {"0.0.0.0", "127.0.0.1", "::", "::1", "2001:db8::7"}) {
    const std::string text{good};
    EXPECT_EQ(setting_rules(of_file("[http]\naddress = \"" + text + "\"\n")), Told{}) << good;
    EXPECT_EQ(setting_rules(of_file("[http]\ntrusted_proxy = \"" + text + "\"\n")), Told{}) << good;
  }
  for (const char* wrong : {"localhost", "999.1.1.1", "10.0.0.0/8", "127.0.0.1:80", " 127.0.0.1"}) {
    const std::string text{wrong};
    EXPECT_EQ(setting_rules(of_file("[http]\naddress = \"" + text + "\"\n")),
              Told{"not_an_address"})
        << wrong;
    EXPECT_EQ(setting_rules(of_file("[http]\ntrusted_proxy = \"" + text + "\"\n")),
              Told{"not_an_address"})
        << wrong;
  }
  EXPECT_EQ(setting_rules(of_file("[http]\naddress = \"\"\n")), Told{"not_an_address"});
  EXPECT_EQ(setting_rules(of_file("[http]\ntrusted_proxy = \"\"\n")), Told{});
}

TEST(Settings, ThePublicAddressIsOneOfTheWeb) {
  EXPECT_EQ(setting_rules(of_file("[http]\npublic_url = \"https://kallad.example\"\n")), Told{});
  EXPECT_EQ(setting_rules(of_file("[http]\npublic_url = \"http://10.0.0.7:8080\"\n")), Told{});
  for (const char* wrong : {"kallad.example", "javascript:alert(1)", "//kallad.example"}) {
    EXPECT_EQ(setting_rules(of_file("[http]\npublic_url = \"" + std::string{wrong} + "\"\n")),
              Told{"not_a_url"})
        << wrong;
  }
}

TEST(Settings, AFileThatIsNoTomlSaysItsLineAndNotItsContent) {
  const auto read = of_file("[http]\nport = 1\nhemligt = \"abc\n");
  ASSERT_EQ(setting_rules(read), Told{"not_toml"});
  EXPECT_EQ(read.errors.at(0).detail, "rad 3");
  EXPECT_EQ(text_of(read.errors.at(0)).find("abc"), std::string::npos);
  EXPECT_EQ(setting_rules(settings_from(std::array{read_toml("/there/is/none.toml")})),
            Told{"unreadable_file"});
}

TEST(Settings, AnErrorSaysWhereAndNeverTheValue) {
  const auto read = of_file("\n[http]\nport = \"hemlighet\"\n");
  const std::string text = text_of(read.errors.at(0));
  EXPECT_NE(text.find("kallad.toml, rad 3: http.port ska vara ett heltal"), std::string::npos)
      << text;
  EXPECT_EQ(text.find("hemlighet"), std::string::npos);
}

TEST(Settings, EachHasAFlagAndAnEnvironmentNameOfItsOwn) {
  std::set<std::string> names;
  for (const Setting& setting : all_settings()) {
    EXPECT_TRUE(names.insert(flag_of(setting)).second);
    EXPECT_TRUE(names.insert(environment_of(setting)).second);
    EXPECT_FALSE(setting.about.empty());
  }
  EXPECT_TRUE(names.contains("--http-port"));
  EXPECT_TRUE(names.contains("KALLAD_SESSION_IDLE_SECONDS"));
}

TEST(Settings, DefaultsLieWithinTheirBounds) {
  std::vector<SaidValues> said(1);
  for (const Setting& setting : all_settings()) {
    said[0].values.push_back({std::string{setting.key}, value_of(Settings{}, setting), "standard"});
  }
  const ReadSettings read = settings_from(said);
  EXPECT_TRUE(read.errors.empty());
  EXPECT_EQ(read.settings, Settings{});
}

TEST(Settings, TheirPaperIsFresh) {
  std::ifstream in{KALLAD_SOURCE_DIR "/docs/settings.md", std::ios::binary};
  const std::string paper{std::istreambuf_iterator<char>{in}, {}};
  EXPECT_EQ(paper, settings_paper()) << "run build/tools/schema_writer/schema_writer .";
}

TEST(Settings, SignInElsewhereNeedsWhatItStandsOn) {
  const auto needed = [](std::string_view text) {
    std::vector<std::string> told;
    for (const SettingError& error : of_file(text).errors)
      told.push_back(std::string{error.rule} + " " + error.key + " " + error.detail);
    return told;
  };
  EXPECT_EQ(needed("[oidc]\nissuer = \"https://idp.example\"\n"),
            (std::vector<std::string>{"needs_other oidc.issuer oidc.client_id",
                                      "needs_other oidc.issuer http.public_url",
                                      "needs_other oidc.issuer sign_in.positions"}));
  EXPECT_EQ(needed("[proxy_sign_in]\nsubject = \"x-subject\"\n"),
            (std::vector<std::string>{"needs_other proxy_sign_in.subject http.trusted_proxy",
                                      "needs_other proxy_sign_in.subject sign_in.positions"}));
  EXPECT_TRUE(needed("[sign_in]\npositions = \"chef=unit_head\"\n[oidc]\n"
                     "issuer = \"https://idp.example\"\nclient_id = \"kallad\"\n"
                     "[http]\npublic_url = \"https://kallad.example\"\n")
                  .empty());
}

}  // namespace
}  // namespace kallad
