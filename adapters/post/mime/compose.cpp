// GMime writes parts, parameters and transfer encodings. Not asked of it: words of headers, and
// which charsets, encodings and boundaries to use, which it would choose anew (RFC 2045, 2046,
// 2047).
#include "adapters/post/mime/compose.hpp"

#include <algorithm>
#include <array>

#include "adapters/post/mime/hold.hpp"

namespace kallad::post {

namespace {

constexpr std::string_view kAtext =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~";
constexpr std::string_view kHost =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
constexpr std::size_t kLongestAddress = 254;
constexpr std::size_t kLongestValue = 900;  // a line ends at 998 (RFC 5322)

/// Dot-separated, none of the parts empty.
bool is_dotted(std::string_view text, std::string_view letters) {
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return c == '.' || letters.find(c) != std::string_view::npos; });
}

bool is_id(std::string_view text) {
  const auto at = text.find('@');
  return text.size() <= 250 && at != std::string_view::npos &&
         is_dotted(text.substr(0, at), kAtext) && is_dotted(text.substr(at + 1), kAtext);
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_utf8(std::string_view text) {
  return g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr) != FALSE;
}

bool is_type(std::string_view text) {
  const auto slash = text.find('/');
  const auto token = [](std::string_view part) {
    return is_dotted(part, "abcdefghijklmnopqrstuvwxyz0123456789+-");
  };
  return slash != std::string_view::npos && token(text.substr(0, slash)) &&
         token(text.substr(slash + 1)) && !text.starts_with("multipart/") &&
         !text.starts_with("message/");
}

bool is_free_header(std::string_view name) {
  constexpr auto ours = std::to_array<const char*>(
      {"From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Date", "Message-Id",
       "In-Reply-To", "References", "MIME-Version", "Return-Path", "Received"});
  const std::string text{name};
  if (!is_dotted(name, kHost) || g_ascii_strncasecmp(text.c_str(), "Content-", 8) == 0 ||
      g_ascii_strncasecmp(text.c_str(), "Resent-", 7) == 0)
    return false;
  return std::none_of(ours.begin(), ours.end(), [&](const char* taken) {
    return g_ascii_strcasecmp(text.c_str(), taken) == 0;
  });
}

class Check {
 public:
  void line(std::string_view field, std::string_view text) {
    if (has_control(text)) add(field, "control_character");
    if (!is_utf8(text)) add(field, "not_utf8");
  }
  void body(std::string_view field, std::string_view text) {
    if (!is_utf8(text) || text.find('\0') != std::string_view::npos) add(field, "not_utf8");
  }
  void addresses(std::string_view field, const std::vector<Address>& all) {
    for (const Address& address : all) {
      line(field, address.name);
      if (!is_address(address.at)) add(field, "not_an_address");
    }
  }
  void id(std::string_view field, std::string_view text) {
    if (!is_id(text)) add(field, "not_an_id");
  }
  void present(std::string_view field, bool there) {
    if (!there) add(field, "missing");
  }
  void add(std::string_view field, std::string_view rule) { faults.push_back({field, rule}); }

  std::vector<ComposeFault> faults;
};

void check_parts(Check& check, const Message& message) {
  check.body("text", message.text);
  check.body("html", message.html);
  if (message.calendar) {
    check.body("calendar", message.calendar->text);
    if (!is_dotted(message.calendar->method, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
      check.add("calendar", "not_a_type");
  }
  for (const Attachment& attachment : message.attachments) {
    check.line("attachments", attachment.file_name);
    check.present("attachments", !attachment.file_name.empty());
    if (!is_type(attachment.type)) check.add("attachments", "not_a_type");
  }
}

std::vector<ComposeFault> faults_of(const Message& message) {
  Check check;
  check.addresses("from", {message.from});
  check.addresses("reply_to", message.reply_to);
  check.present("to", !message.to.empty());
  check.addresses("to", message.to);
  check.addresses("cc", message.cc);
  check.line("subject", message.subject);
  check.id("message_id", message.message_id);
  if (!message.in_reply_to.empty()) check.id("in_reply_to", message.in_reply_to);
  for (const std::string& id : message.references) check.id("references", id);
  for (const auto& [name, value] : message.headers) {
    if (!is_free_header(name)) check.add("headers", "not_a_header");
    if (value.size() > kLongestValue || !is_ascii(value)) check.add("headers", "not_ascii");
    if (has_control(value)) check.add("headers", "control_character");
  }
  check_parts(check, message);
  return check.faults;
}

/// LF alone: GMime makes CRLF of it, and quoted-printable would spell out a lone CR.
std::string with_lf(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r')
      out += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      out += '\n';
  }
  if (!out.empty() && out.back() != '\n') out += '\n';
  return out;
}

Held<GMimePart> part_of(const std::string& type, const std::string& bytes,
                        GMimeContentEncoding encoding) {
  const auto slash = type.find('/');
  Held<GMimePart> part{
      g_mime_part_new_with_type(type.substr(0, slash).c_str(), type.substr(slash + 1).c_str())};
  const Held<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size())};
  const Held<GMimeDataWrapper> content{
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT)};
  g_mime_part_set_content(part.get(), content.get());
  g_mime_part_set_content_encoding(part.get(), encoding);
  return part;
}

void set_parameter(const Held<GMimePart>& part, const char* name, const std::string& value) {
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), name, value.c_str());
}

/// Text and html in quoted-printable also where plain ASCII would do: a boundary that begins with
/// "=_" can then never stand in them.
Held<GMimePart> readable(const std::string& type, std::string_view text) {
  auto part = part_of(type, with_lf(text), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  set_parameter(part, "charset", "UTF-8");
  return part;
}

/// Base64: the CRLF of iCalendar arrive as they are.
Held<GMimePart> invitation(const CalendarPart& calendar) {
  auto part = part_of("text/calendar", calendar.text, GMIME_CONTENT_ENCODING_BASE64);
  set_parameter(part, "charset", "UTF-8");
  set_parameter(part, "method", calendar.method);
  return part;
}

Held<GMimePart> file(const std::string& name, const std::string& type, const std::string& bytes) {
  auto part = part_of(type, bytes, GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_disposition(GMIME_OBJECT(part.get()), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename(part.get(), name.c_str());
  return part;
}

Held<GMimeObject> as_object(Held<GMimePart> part) {
  return Held<GMimeObject>{GMIME_OBJECT(part.release())};
}

/// One part alone, or all of them in a multipart of that kind.
Held<GMimeObject> joined(const char* kind, std::vector<Held<GMimeObject>> parts,
                         const std::string& id) {
  if (parts.size() == 1) return std::move(parts.front());
  GMimeMultipart* whole = g_mime_multipart_new_with_subtype(kind);
  // At most 70 characters (RFC 2046); the id may be longer and hold what a boundary may not.
  const GText digest{g_compute_checksum_for_string(G_CHECKSUM_SHA256, id.c_str(), -1)};
  const std::string boundary =
      "=_" + std::string{kind} + "_" + std::string{digest.get()}.substr(0, 32);
  g_mime_multipart_set_boundary(whole, boundary.c_str());
  for (const auto& part : parts) g_mime_multipart_add(whole, part.get());
  return Held<GMimeObject>{GMIME_OBJECT(whole)};
}

Held<GMimeObject> body_of(const Message& message) {
  std::vector<Held<GMimeObject>> ways;
  ways.push_back(as_object(readable("text/plain", message.text)));
  if (!message.html.empty()) ways.push_back(as_object(readable("text/html", message.html)));
  if (message.calendar) ways.push_back(as_object(invitation(*message.calendar)));
  std::vector<Held<GMimeObject>> parts;
  parts.push_back(joined("alternative", std::move(ways), message.message_id));
  if (message.calendar)
    parts.push_back(as_object(file("invite.ics", "application/ics", message.calendar->text)));
  for (const Attachment& each : message.attachments)
    parts.push_back(as_object(file(each.file_name, each.type, each.bytes)));
  return joined("mixed", std::move(parts), message.message_id);
}

/// Encoded words (RFC 2047) of at most 75 characters, each whole letters, one on a line.
/// GMime 3.2.13 doubles spaces between words of display names and lets some "=" through as they
/// are.
std::string encoded_words(const std::string& text) {
  constexpr std::size_t longest = 63;
  std::string out;
  std::string word;
  const auto end_word = [&] {
    out += (out.empty() ? "=?UTF-8?Q?" : "\n =?UTF-8?Q?") + word + "?=";
    word.clear();
  };
  for (const char* at = text.c_str(); *at != '\0';) {
    std::string letter;
    for (const char* next = g_utf8_next_char(at); at != next; ++at) {
      constexpr std::string_view digits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(*at);
      if (g_ascii_isalnum(*at) != FALSE)
        letter += *at;
      else
        letter += {'=', digits[byte >> 4U], digits[byte & 0xFU]};
    }
    if (word.size() + letter.size() > longest) end_word();
    word += letter;
  }
  end_word();
  return out;
}

bool needs_no_code(const std::string& text) {
  return is_ascii(text) && text.find("=?") == std::string::npos && text.size() <= kLongestValue;
}

/// A name of ASCII stands in quotes, with its own escaped (RFC 5322 3.2.4).
std::string display(const Address& address) {
  if (address.name.empty()) return address.at;
  if (!needs_no_code(address.name)) return encoded_words(address.name) + "\n <" + address.at + ">";
  std::string quoted;
  for (const char c : address.name)
    quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
  return '"' + quoted + "\" <" + address.at + ">";
}

/// As it is, with line feeds for folds.
void put_header(GMimeMessage* mail, const std::string& name, const std::string& value) {
  GMimeHeaderList* list = g_mime_object_get_header_list(GMIME_OBJECT(mail));
  g_mime_header_list_append(list, name.c_str(), "", nullptr);
  GMimeHeader* header =
      g_mime_header_list_get_header_at(list, g_mime_header_list_get_count(list) - 1);
  g_mime_header_set_raw_value(header, (" " + value + "\n").c_str());
}

void put_addresses(GMimeMessage* mail, const char* name, const std::vector<Address>& all) {
  std::string value;
  for (const Address& each : all) value += (value.empty() ? "" : ",\n ") + display(each);
  if (!value.empty()) put_header(mail, name, value);
}

void put_date(GMimeMessage* mail, Instant moment) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
  GDateTime* date = g_date_time_new_from_unix_utc(seconds);
  g_mime_message_set_date(mail, date);
  g_date_time_unref(date);
}

void put_head(GMimeMessage* mail, const Message& message) {
  put_date(mail, message.date);
  put_addresses(mail, "From", {message.from});
  put_addresses(mail, "Reply-To", message.reply_to);
  put_addresses(mail, "To", message.to);
  put_addresses(mail, "Cc", message.cc);
  put_header(mail, "Subject",
             needs_no_code(message.subject) ? message.subject : encoded_words(message.subject));
  g_mime_message_set_message_id(mail, message.message_id.c_str());
  if (!message.in_reply_to.empty())
    put_header(mail, "In-Reply-To", "<" + message.in_reply_to + ">");
  std::string references;
  for (const std::string& id : message.references)
    references += (references.empty() ? "<" : "\n <") + id + ">";
  if (!references.empty()) put_header(mail, "References", references);
  for (const auto& [name, value] : message.headers) put_header(mail, name, value);
}

}  // namespace

bool is_address(std::string_view text) {
  const auto at = text.find('@');
  return text.size() <= kLongestAddress && at != std::string_view::npos && at <= 64 &&
         is_dotted(text.substr(0, at), kAtext) && is_dotted(text.substr(at + 1), kHost);
}

Composed compose(const Message& message) {
  start_gmime();
  Composed composed{{}, faults_of(message)};
  if (!composed.faults.empty()) return composed;
  const Held<GMimeMessage> mail{g_mime_message_new(FALSE)};
  put_head(mail.get(), message);
  g_mime_message_set_mime_part(mail.get(), body_of(message).get());
  GMimeFormatOptions* options = g_mime_format_options_new();
  g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
  const Held<GMimeStream> out{g_mime_stream_mem_new()};
  g_mime_object_write_to_stream(GMIME_OBJECT(mail.get()), options, out.get());
  g_mime_format_options_free(options);
  composed.bytes = bytes_of(out.get());
  return composed;
}

}  // namespace kallad::post
