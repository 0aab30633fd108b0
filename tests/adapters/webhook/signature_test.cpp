// Tests of the signature, against vectors that others have published or that another program has
// reckoned. Not of OpenSSL. Rule kept: a receiver with any library of the specification can check.
#include <gtest/gtest.h>

#include <set>

#include "adapters/webhook/signature.hpp"

namespace kallad::webhook_test::signature {
namespace {

using webhook::new_secret;
using webhook::signature_of;
using Secrets = std::vector<std::string>;

const std::string kId = "msg_p5jXN8AQM9LWM0D4loKWxJek";
const std::string kTime = "1614265330";
const std::string kBody = R"({"test": 2432232314})";
const std::string kSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const std::string kSignature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

TEST(Signature, IsThatOfThePublishedVector) {
  EXPECT_EQ(signature_of(Secrets{kSecret}, kId, kTime, kBody), kSignature);
}

TEST(Signature, IsGivenOnceForEachSecret) {
  const std::string other = "whsec_" + std::string(32, 'A');
  const std::string both = signature_of(Secrets{other, kSecret}, kId, kTime, kBody);
  EXPECT_EQ(both, signature_of(Secrets{other}, kId, kTime, kBody) + " " + kSignature);
}

TEST(Signature, CoversIdTimeAndBody) {
  const Secrets one{kSecret};
  EXPECT_NE(signature_of(one, kId + "a", kTime, kBody), kSignature);
  EXPECT_NE(signature_of(one, kId, "1614265331", kBody), kSignature);
  EXPECT_NE(signature_of(one, kId, kTime, kBody + " "), kSignature);
}

TEST(Signature, NeedsASecretOfTheRightForm) {
  for (const char* wrong : {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_*&%!"})
    EXPECT_THROW(signature_of(Secrets{wrong}, kId, kTime, kBody), std::invalid_argument) << wrong;
}

TEST(Signature, NewSecretsHave256BitsAndDiffer) {
  std::set<std::string> all;
  for (int i = 0; i < 100; ++i) all.insert(new_secret());
  EXPECT_EQ(all.size(), 100U);
  for (const std::string& one : all) {
    EXPECT_EQ(one.size(), 6U + 44U);
    EXPECT_NE(signature_of(Secrets{one}, kId, kTime, kBody), kSignature);
  }
}

TEST(Signature, TimeIsInWholeSeconds) {
  EXPECT_EQ(webhook::timestamp_of(Instant{std::chrono::milliseconds{1'614'265'330'999}}), kTime);
}

}  // namespace
}  // namespace kallad::webhook_test::signature
