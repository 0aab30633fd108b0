// Keys and signatures against the published examples of RFC 7515, and sets that are not what they
// should be. Not the fetching. Rule kept: each algorithm with its own kind of key.
#include "adapters/sign_in/oidc/key_set.hpp"

#include <gtest/gtest.h>

#include "adapters/sign_in/oidc/base64url.hpp"
#include "adapters/sign_in/oidc/web_fetch.hpp"
#include "tests/adapters/oidc/signing_keys.hpp"

namespace kallad::testing {
namespace key_set_test {
namespace {

using enum SigningAlgorithm;
using nlohmann::json;

std::string set_of(const json& key) { return json{{"keys", {key}}}.dump(); }

bool takes(const json& key, SigningAlgorithm algorithm = es256) {
  const auto set = KeySet::read(set_of(key));
  return set && set->find("", algorithm).has_value();
}

/// Payload of both examples.
constexpr std::string_view joe =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlf"
    "Q";

TEST(KeySet, VerifiesTheExampleOfRfc7515A2) {
  const json key{{"kty", "RSA"},
                 {"e", "AQAB"},
                 {"n",
                  "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-"
                  "4qPCJrcS2mJPMEzP1Pt0Bm4"
                  "d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-"
                  "bSf63kpaSHSXndS5z5re"
                  "xMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_"
                  "I5IhlJH7aGhyxX"
                  "FvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}};
  const std::string signature =
      from_base64url(
          "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_"
          "O8W2Fp5"
          "jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_"
          "nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb"
          "1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-"
          "eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QO"
          "YEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw")
          .value();
  const auto found = KeySet::read(set_of(key)).value().find("", rs256).value();
  const std::string text = "eyJhbGciOiJSUzI1NiJ9." + std::string{joe};
  EXPECT_TRUE(found.verifies(rs256, text, signature));
  EXPECT_FALSE(found.verifies(rs256, text + "A", signature));
  EXPECT_FALSE(found.verifies(ps256, text, signature));
  EXPECT_FALSE(found.verifies(es256, text, signature));
  EXPECT_FALSE(found.verifies(rs256, text, ""));
}

json es_key() {
  return {{"kty", "EC"},
          {"crv", "P-256"},
          {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
          {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}};
}

TEST(KeySet, VerifiesTheExampleOfRfc7515A3) {
  const std::string signature =
      from_base64url(
          "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")
          .value();
  const auto found = KeySet::read(set_of(es_key())).value().find("", es256).value();
  const std::string text = "eyJhbGciOiJFUzI1NiJ9." + std::string{joe};
  EXPECT_TRUE(found.verifies(es256, text, signature));
  EXPECT_FALSE(found.verifies(es256, text, signature.substr(0, 63)));
  EXPECT_FALSE(found.verifies(es256, text, signature + '\0'));
  EXPECT_FALSE(found.verifies(es256, text, std::string(64, '\0'))) << "CVE-2022-21449";
  EXPECT_FALSE(found.verifies(rs256, text, signature));
}

TEST(KeySet, PassesOverWhatIsNoKeyOfOurs) {
  EXPECT_TRUE(takes(es_key()));
  const auto with = [](const char* name, const json& value) {
    json key = es_key();
    key[name] = value;
    return key;
  };
  EXPECT_FALSE(takes(with("y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a1"))) << "not a form";
  EXPECT_FALSE(takes(with("y", "y_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"))) << "off the curve";
  EXPECT_FALSE(takes(with("x", "AA")));
  EXPECT_FALSE(takes(with("crv", "P-384")));
  EXPECT_FALSE(takes(with("kty", "oct")));
  EXPECT_FALSE(takes(with("use", "enc")));
  EXPECT_FALSE(takes(with("use", 1)));
  EXPECT_FALSE(takes(with("alg", "HS256")));
  EXPECT_FALSE(takes(with("alg", "RS256")));
  EXPECT_TRUE(takes(with("alg", "ES256")));
  EXPECT_FALSE(takes(SigningKey::rsa(1024).jwk("short"), rs256));
}

TEST(KeySet, IsNoneWhereTheFormIsAnother) {
  for (const char* bad : {"", "[]", "{}", R"({"keys":{}})", R"({"keys":)", "\xff"})
    EXPECT_FALSE(KeySet::read(bad)) << bad;
  EXPECT_EQ(KeySet::read(R"({"keys":[1,null,"x",{},[]]})").value().size(), 0U);
  EXPECT_FALSE(KeySet::read(std::string(100'000, '['))) << "deep";
}

TEST(KeySet, FindsTheOneThatIsMeant) {
  const json one = SigningKey::elliptic().jwk("a");
  const json two = SigningKey::elliptic().jwk("b");
  const auto set = KeySet::read(json{{"keys", {one, two}}}.dump()).value();
  EXPECT_EQ(set.find("b", es256).value().kid(), "b");
  EXPECT_FALSE(set.find("c", es256));
  EXPECT_FALSE(set.find("a", rs256));
  EXPECT_FALSE(set.find("", es256)) << "which of the two is not said";
  const auto same = KeySet::read(json{{"keys", {one, one}}}.dump()).value();
  EXPECT_FALSE(same.find("a", es256)) << "two of one name";
}

TEST(Base64Url, HasOneFormForEachText) {
  for (const std::string& text : {std::string{}, std::string{"f"}, std::string{"fo"},
                                  std::string{"foo"}, std::string("\0\xff\xfe", 3)})
    EXPECT_EQ(from_base64url(base64url(text)), text);
  EXPECT_EQ(base64url("\xfb\xff"), "-_8");
  for (const char* bad : {"Zg==", "Zh", "Z", "Zm9v+", "Zm9v/", "Zm 9v", "Zm9vA"})
    EXPECT_FALSE(from_base64url(bad)) << bad;
}

TEST(WebAddress, IsHttpsOrThisMachine) {
  for (const char* good : {"https://idp.example", "https://idp.example:8443/a?b=c"})
    EXPECT_TRUE(is_fetchable(good, false)) << good;
  for (const char* local : {"http://localhost:1/", "http://127.0.0.1", "http://[::1]:80/a"}) {
    EXPECT_TRUE(is_fetchable(local, true)) << local;
    EXPECT_FALSE(is_fetchable(local, false)) << local;
  }
  for (const char* bad :
       {"", "idp.example", "http://idp.example", "ftp://localhost/", "https://a@b.example/",
        "https://b.example/#x", "https://b example/", "http://localhost\\@evil.example/",
        "http://localhost.evil.example/", "file:///etc/passwd", "https://b.example/\r\nX: y"})
    EXPECT_FALSE(is_fetchable(bad, true)) << bad;
}

}  // namespace
}  // namespace key_set_test
}  // namespace kallad::testing
