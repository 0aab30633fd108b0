// The list holds what stands on top of published lists at twelve characters or more, and the
// Swedish relatives; what is shorter is refused by its length.
// Not a service asked over the network: a password leaves the program nowhere.
#include "adapters/sign_in/secret/password.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>
#include <set>
#include <stdexcept>

#include "adapters/sign_in/secret/secret.hpp"

namespace kallad {

namespace {

constexpr auto commonest = std::to_array<std::string_view>({
    "administrator1",
    "administrator123",
    "changeme1234",
    "changemenow1",
    "correcthorsebatterystaple",
    "hejhejhej123",
    "hemligt12345",
    "hemligtlosenord",
    "iloveyou1234",
    "jagalskardig1",
    "letmein12345",
    "letmeinplease",
    "losenord1234",
    "losenord12345",
    "losenord123!",
    "lösenord1234",
    "lösenord12345",
    "lösenord123!",
    "midsommar2024",
    "midsommar2025",
    "midsommar2026",
    "p@ssw0rd1234",
    "passw0rd1234",
    "password1234",
    "password12345",
    "password123!",
    "passwordpassword",
    "q1w2e3r4t5y6",
    "qazwsxedcrfv",
    "qwerty123456",
    "qwertyqwerty",
    "qwertyuiop12",
    "qwertyuiop123",
    "qwertyuiopas",
    "qwertyuiopå12",
    "samordnadplan",
    "sommaren2024",
    "sommaren2025",
    "sommaren2026",
    "sommarsommar",
    "valkommen123",
    "valkommen1234",
    "välkommen123",
    "välkommen1234",
    "vintern2024!",
    "vintern2025!",
    "vintern2026!",
    "welcome12345",
    "1234567890ab",
    "123456789012",
    "1234567890123",
    "12345678901234",
    "1234567890qw",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "abcdefghijkl",
    "abcdefghijklm",
    "abc123abc123",
    "asdfghjkl123",
    "samverkan1234",
    "kallad123456",
    "kalladkallad",
    "helsingborg1",
    "helsingborg123",
    "angelholm1234",
});

/// ASCII letters only: the list holds other letters in lower case, and capitals of those are rare.
std::string in_lower_case(std::string_view text) {
  std::string lower{text};
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

/// How many bytes the character beginning with `c` has; 0 where none begins so.
std::size_t length_of_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x80U) return 1;
  if (byte >= 0xc2U && byte < 0xe0U) return 2;
  if (byte >= 0xe0U && byte < 0xf0U) return 3;
  return byte >= 0xf0U && byte < 0xf5U ? 4 : 0;
}

/// The characters of a text; empty where it is no UTF-8.
std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = length_of_character(text[at]);
    if (length == 0 || at + length > text.size()) return {};
    const std::string_view character = text.substr(at, length);
    if (!std::ranges::all_of(character.substr(1), continues)) return {};
    characters.push_back(character);
    at += length;
  }
  return characters;
}

bool is_common(const std::string& lower, const std::vector<std::string_view>& characters) {
  constexpr std::size_t least_different = 5;
  return std::ranges::find(commonest, lower) != commonest.end() ||
         std::set(characters.begin(), characters.end()).size() < least_different;
}

/// The user name with little beside it: what is added must count for something by itself.
bool leans_on(const std::string& lower, std::string_view user_name, std::size_t characters) {
  constexpr std::size_t least_beside = 8;
  return !user_name.empty() && lower.find(user_name) != std::string::npos &&
         characters < user_name.size() + least_beside;
}

/// Random bytes in the form of a hash of that cost: no password fits it, and finding that out takes
/// what it takes with somebody's. Making a real one would hold up each start of the program.
std::string hash_of_nothing(const PasswordCost& cost) {
  constexpr std::size_t salt_letters = 22;
  constexpr std::size_t hash_letters = 43;
  const std::string letters = random_hex(hash_letters);
  return "$argon2id$v=19$m=" + std::to_string(cost.memory / 1024) +
         ",t=" + std::to_string(cost.passes) + ",p=1$" + letters.substr(0, salt_letters - 1) +
         "A$" + letters.substr(salt_letters, hash_letters - 1) + "A";
}

class Turn {
 public:
  explicit Turn(std::counting_semaphore<>& free) : free_(free) { free_.acquire(); }
  ~Turn() { free_.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  std::counting_semaphore<>& free_;
};

}  // namespace

Refusals password_refusals(std::string_view password, std::string_view user_name) {
  if (password.size() > most_password_bytes)
    return {{"password_too_long", {{"most", std::to_string(most_password_bytes)}}}};
  const auto characters = characters_of(password);
  if (characters.empty() && !password.empty()) return {{"password_not_text", {}}};
  if (characters.size() < least_password_characters)
    return {{"password_too_short", {{"least", std::to_string(least_password_characters)}}}};
  Refusals refusals;
  const std::string lower = in_lower_case(password);
  if (leans_on(lower, in_lower_case(user_name), characters.size()))
    refusals.push_back({"password_is_user_name", {}});
  if (is_common(lower, characters)) refusals.push_back({"password_too_common", {}});
  return refusals;
}

PasswordHasher::PasswordHasher(PasswordCost cost, std::ptrdiff_t at_once)
    : cost_(cost), free_(at_once), nobody_(hash_of_nothing(cost)) {
  if (is_outdated(nobody_)) nobody_ = hash(random_hex(32));
}

std::string PasswordHasher::hash(std::string_view password) {
  const Turn turn{free_};
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost_.passes,
                            cost_.memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  return text.data();
}

bool PasswordHasher::fits(std::string_view password, const std::string& hash) {
  const Turn turn{free_};
  const std::string& held = hash.empty() ? nobody_ : hash;
  const bool fits = crypto_pwhash_str_verify(held.c_str(), password.data(), password.size()) == 0;
  return fits && !hash.empty();
}

bool PasswordHasher::is_outdated(const std::string& hash) const {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, cost_.memory) != 0;
}

}  // namespace kallad
