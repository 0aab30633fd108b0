// Sessions of browsers and tokens of programs: who is asking. Not what they may do.
// Rule kept: a token is 256 random bits, stored as a digest; a session ends by idleness, by age,
// when its account's password or rights change, and when somebody ends it.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "adapters/sign_in/people_file.hpp"
#include "adapters/sign_in/secret/secret.hpp"
#include "engine/spine/id.hpp"

namespace kallad {

struct SessionLimits {
  std::chrono::seconds idle = std::chrono::minutes{30};
  std::chrono::seconds longest = std::chrono::hours{12};
};

enum class SessionKind { browser, program };

/// Somebody who is signed in. `id` is no secret.
struct Session {
  std::string id;
  SessionKind kind = SessionKind::browser;
  std::string name;  ///< what the token was named, or what browser it is
  std::string account;
  std::string user_name;
  std::string shown_name;
  UnitId unit;
  std::vector<std::string> positions;
  std::vector<CaseId> named_for;  ///< cases with protected identity
  std::string form_token;  ///< against forged requests: every form of this session carries it
  Instant began{};
  Instant seen{};
  Instant ends{};  ///< by age, whatever happens
};

/// A token that was just made; it cannot be shown again.
struct IssuedToken {
  std::string id;
  std::string token;
  Instant ends{};
};

/// Programs' tokens begin so, that scanners of leaked secrets find them.
inline constexpr std::string_view program_prefix = "kld_";
inline constexpr std::chrono::hours longest_program_token{24 * 366};

/// Whether a request is its person's doing. A page that only watches keeps no session alive.
enum class Presence { counts, only_watching };

/// Answers from memory where it can. Safe for many threads.
class Sessions {
 public:
  Sessions(PeopleFile& file, const Keyring& keyring, SessionLimits limits);
  ~Sessions();
  Sessions(const Sessions&) = delete;
  Sessions& operator=(const Sessions&) = delete;

  /// Who shows this token, if it is good now. To be asked with each request.
  std::optional<Session> session(std::string_view token, Instant now,
                                 Presence presence = Presence::counts);
  /// Whether a form carries the token of this session.
  static bool form_fits(const Session& session, std::string_view form_token);

  /// All that are good now, oldest first.
  std::vector<Session> of_account(const std::string& account, Instant now);
  /// Ends one of the account's own; tells whether there was one.
  bool end(const std::string& account, const std::string& id);
  /// Ends all browsers' sessions of the account.
  void sign_out_everywhere(const std::string& account);

  /// Ends everybody's, and everybody's calendar address: after a restore, say, which brings back
  /// those that had been ended since.
  static void end_everybodys(PeopleFile& file);

  /// A token for a program that acts as the account. Refused: token_name_required, token_too_long
  /// (more than a year), account_not_active.
  OrRefusals<IssuedToken> issue_program_token(const std::string& account, const std::string& name,
                                              Instant ends, Instant now);

  /// Within a transaction of the caller's, who calls `forget` after it.
  IssuedToken begin(SQLite::Database& database, const std::string& account,
                    const std::string& client, Instant now) const;
  static void end_all(SQLite::Database& database, const std::string& account, bool programs_too);
  /// Drops what is remembered of the account; to be called when its rows have changed.
  void forget(const std::string& account);

 private:
  struct Kept {
    Session session;
    std::string digest;
  };
  bool is_over(const Session& session, Instant now) const;
  std::optional<Kept> remembered(const std::string& handle);
  std::optional<Kept> fetched(const std::string& handle);
  void touch(const std::string& handle, Instant now);
  void write_seen(Instant now);
  Kept read(const SQLite::Statement& row) const;

  PeopleFile& file_;
  const Keyring& keyring_;
  const SessionLimits limits_;
  std::mutex mutex_;  ///< taken after the file's own lock, never before it
  std::map<std::string, Kept, std::less<>> kept_;
  Instant written_{};
};

}  // namespace kallad
