// What kind of mail it is by its head: a person's, a program's answer, a list's, a returned letter.
// Not proof: heads are as true as who writes them. Sources: RFC 3834, and what Exchange, Exim,
// Postfix and vacation programs write.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/post/mime/incoming.hpp"

namespace kallad::post {

/// The head of a mail: decoded values by name.
class Head {
 public:
  /// Names in any case.
  void add(std::string_view name, std::string value);
  /// The first of that name (lower case); nothing where it does not occur.
  const std::string* find(std::string_view name) const;
  std::size_t count(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// By the head alone; a report's parts say more and go before.
MailKind kind_of_head(const Head& head);

}  // namespace kallad::post
