// The body of an HTML form (application/x-www-form-urlencoded) as names and values.
// Not multipart, and not what the fields mean. Rule kept: what cannot be decoded in one way, or is
// no UTF-8, is no form at all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kallad::http {

/// Names and values in the order sent; a name may come several times.
using FormFields = std::vector<std::pair<std::string, std::string>>;

/// More fields than a page of ours ever has.
inline constexpr std::size_t most_form_fields = 2000;

/// Nothing for a broken escape, a NUL, bytes that are no UTF-8, or too many fields. Line breaks
/// come out as '\n', however the browser sent them.
std::optional<FormFields> read_form(std::string_view body);

/// Whether a Content-Type says that the body is such a form.
bool is_form(std::string_view content_type);

/// Text for a query or a form's body: letters, digits and "-._~" as they are, the rest escaped.
std::string form_encoded(std::string_view text);

}  // namespace kallad::http
