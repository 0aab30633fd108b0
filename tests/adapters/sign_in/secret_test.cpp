// Tokens, seals, passwords and codes by themselves, against published test vectors where there are.
// Not accounts. Rule kept: what is stored cannot be used by someone who steals it.
#include "adapters/sign_in/secret/secret.hpp"

#include <set>

#include "tests/adapters/sign_in/people_stage.hpp"

namespace kallad::testing {
namespace secret_test {
namespace {

std::string rules_of(const std::string& password, const std::string& user = "eva.exempel") {
  return why_not(OrRefusals<Done>{password_refusals(password, user)});
}

TEST(Tokens, AreReadBackAndDifferEachTime) {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const NewToken token = new_token();
    const auto shown = read_token(token.text);
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->handle, token.handle);
    EXPECT_EQ(shown->digest, token.digest);
    EXPECT_EQ(token.text.find(token.digest), std::string::npos);
    seen.insert(token.text);
  }
  EXPECT_EQ(seen.size(), 100U);
}

TEST(Tokens, AnotherFormIsNone) {
  const std::string text = new_token().text;
  std::string upper = text;
  upper[0] = 'A';
  for (const std::string& bad : {std::string{}, text + "0", text.substr(1), upper,
                                 "g" + text.substr(1), std::string(text.size(), '\0')})
    EXPECT_FALSE(read_token(bad)) << bad;
}

TEST(Keys, SealUnsealsWithTheSameKeyOnly) {
  InstallationKey key{};
  const Keyring mine{key};
  key[31] = 1;
  const Keyring other{key};
  const std::string sealed = mine.seal("hemligt");
  EXPECT_EQ(mine.unseal(sealed), "hemligt");
  EXPECT_NE(mine.seal("hemligt"), sealed);
  EXPECT_FALSE(other.unseal(sealed));
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = changed[i] == '0' ? '1' : '0';
    EXPECT_FALSE(mine.unseal(changed)) << i;
  }
  for (const char* bad : {"", "00", "zz", "0"}) EXPECT_FALSE(mine.unseal(bad));
  EXPECT_NE(mine.sign(Purpose::form, "x"), mine.sign(Purpose::device, "x"));
  EXPECT_NE(mine.sign(Purpose::form, "x"), other.sign(Purpose::form, "x"));
}

TEST(Passwords, AreJudgedByLengthAndListAlone) {
  EXPECT_EQ(rules_of("åäöåäöåäöåä"), "password_too_short");
  EXPECT_EQ(rules_of("gröna hästa"), "password_too_short");
  EXPECT_EQ(rules_of("gröna hästar"), "");
  EXPECT_EQ(rules_of(""), "password_too_short");
  EXPECT_EQ(rules_of("bara små ord utan siffror"), "");
  std::string long_one;
  while (long_one.size() < 1024) long_one += "abcdefg ";
  EXPECT_EQ(rules_of(long_one), "");
  EXPECT_EQ(rules_of(long_one + "a"), "password_too_long");
  EXPECT_EQ(rules_of("Password1234"), "password_too_common");
  EXPECT_EQ(rules_of("aaaaaaaaaaaabbbb"), "password_too_common");
  EXPECT_EQ(rules_of("\xff\xfe och lite till"), "password_not_text");
  EXPECT_EQ(rules_of("nog med tecken \xc3"), "password_not_text");
}

TEST(Passwords, MayNotLeanOnTheUserName) {
  EXPECT_EQ(rules_of("Eva.Exempel1"), "password_is_user_name");
  EXPECT_EQ(rules_of("eva.exempel1234567"), "password_is_user_name");
  EXPECT_EQ(rules_of("eva.exempel12345678"), "");
  EXPECT_EQ(rules_of("abcdefghijklmn", "abcdefghijklmn"), "password_is_user_name");
}

TEST(Passwords, FitTheirOwnHashByteForByte) {
  PasswordHasher hasher{{1, 8192}};
  const std::string hash = hasher.hash("gröna hästar");
  EXPECT_TRUE(hash.starts_with("$argon2id$")) << hash;
  EXPECT_TRUE(hasher.fits("gröna hästar", hash));
  EXPECT_FALSE(hasher.fits("gröna hästa", hash));
  EXPECT_FALSE(hasher.fits("gro\u0308na ha\u0308star", hash));
  EXPECT_FALSE(hasher.fits("", ""));
  EXPECT_FALSE(hasher.is_outdated(hash));
  EXPECT_TRUE((PasswordHasher{{2, 8192}}.is_outdated(hash)));
}

TEST(Passwords, NobodysTakesAsLongAsAnybodys) {
  PasswordHasher hasher{{2, 16UL * 1024 * 1024}};
  const std::string hash = hasher.hash("gröna hästar");
  const auto time = [&](const std::string& held) {
    auto best = std::chrono::nanoseconds::max();
    for (int i = 0; i < 5; ++i) {
      const auto start = std::chrono::steady_clock::now();
      EXPECT_FALSE(hasher.fits("fel", held));
      best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - start);
    }
    return std::chrono::duration<double>(best).count();
  };
  const double ratio = time("") / time(hash);
  EXPECT_GT(ratio, 0.5);
  EXPECT_LT(ratio, 2.0);
}

// RFC 6238, appendix B, the last six digits of the codes for SHA-1.
TEST(Codes, AreThoseOfTheStandard) {
  const std::string secret = "12345678901234567890";
  const auto code_at = [&](std::int64_t seconds) {
    return totp_code(secret, Instant{std::chrono::seconds{seconds}});
  };
  EXPECT_EQ(code_at(59), "287082");
  EXPECT_EQ(code_at(1111111109), "081804");
  EXPECT_EQ(code_at(1234567890), "005924");
  EXPECT_EQ(code_at(20000000000), "353130");
}

TEST(Codes, AreGoodOneStepAroundAndLaterThanTheLast) {
  const std::string secret = new_totp_secret();
  const Instant start{std::chrono::seconds{30 * 50'000'000LL}};
  const std::string code = totp_code(secret, start);
  const std::int64_t step = 50'000'000;
  EXPECT_FALSE(totp_step(secret, code, start - 30s - 1ms, 0));
  EXPECT_EQ(totp_step(secret, code, start - 30s, 0), step);
  EXPECT_EQ(totp_step(secret, code, start + 60s - 1ms, 0), step);
  EXPECT_FALSE(totp_step(secret, code, start + 60s, 0));
  EXPECT_EQ(totp_step(secret, code, start, step - 1), step);
  EXPECT_FALSE(totp_step(secret, code, start, step));
  EXPECT_EQ(totp_step(secret, code.substr(0, 3) + " " + code.substr(3), start, 0), step);
  EXPECT_FALSE(totp_step(secret, "", start, 0));
  EXPECT_FALSE(totp_step(secret, code + "0", start, 0));
}

TEST(Codes, OfRecoveryAreReadHoweverTyped) {
  const Keyring keyring{InstallationKey{}};
  const std::string code = new_recovery_codes().front();
  EXPECT_EQ(code.size(), 19U);
  std::string typed = " " + code;
  std::erase(typed, '-');
  for (char& c : typed)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  EXPECT_EQ(recovery_digest(keyring, "a", code), recovery_digest(keyring, "a", typed));
  EXPECT_NE(recovery_digest(keyring, "a", code), recovery_digest(keyring, "b", code));
}

TEST(Codes, AddressForAppsIsEncoded) {
  const std::string uri = otpauth_uri("12345678901234567890", "eva@exempel", "Kallad nordväst");
  EXPECT_EQ(uri,
            "otpauth://totp/Kallad%20nordv%C3%A4st:eva%40exempel"
            "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kallad%20nordv%C3%A4st");
}

}  // namespace
}  // namespace secret_test
}  // namespace kallad::testing
