// GMime takes the mail apart; what is kept of it is decided here.
// Left out: pictures, files other than iCalendar, winmail.dat, what is inside attached mails (but
// for the id of the letter a report is about).
#include "adapters/post/mime/read_mail.hpp"

#include <algorithm>

#include "adapters/post/mime/delivery_status.hpp"
#include "adapters/post/mime/hold.hpp"
#include "adapters/post/mime/mail_kind.hpp"
#include "adapters/post/mime/quoted.hpp"
#include "adapters/post/mime/words.hpp"

namespace kallad::post {

namespace {

constexpr std::size_t kLongestLine = 2'000;  // of a head's value that is kept
constexpr std::size_t kLongestRaw = 64UL * 1024;
constexpr int kMostAddresses = 200;
constexpr int kMostHeaders = 2'000;
constexpr int kMostIds = 100;

std::string line_of(std::string_view text) { return cut_to(tidy_line(text), kLongestLine); }

/// An id without brackets, or nothing where it could not be one.
std::string id_of(std::string_view text) {
  const GText decoded{g_mime_utils_decode_message_id(std::string{text}.c_str())};
  std::string id = line_of(text_of(decoded.get()));
  if (id.starts_with('<') || id.find('@') == std::string::npos) return {};
  return id;
}

void add_addresses(InternetAddressList* list, std::vector<Address>& into) {
  const int count = list == nullptr ? 0 : internet_address_list_length(list);
  for (int i = 0; i < count && static_cast<int>(into.size()) < kMostAddresses; ++i) {
    InternetAddress* each = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_MAILBOX(each) == FALSE) continue;
    const auto at = text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(each)));
    into.push_back({line_of(text_of(internet_address_get_name(each))), lower_ascii(line_of(at))});
  }
}

/// As it stands in the mail, still in encoded words.
std::string raw_of(GMimeHeader* header) {
  return mended_head(text_of(g_mime_header_get_raw_value(header)).substr(0, kLongestRaw));
}

std::string decoded(const std::string& raw) {
  const GText unfolded{g_mime_utils_header_unfold(raw.c_str())};
  const GText text{g_mime_utils_header_decode_text(nullptr, unfolded.get())};
  return line_of(text_of(text.get()));
}

Head head_of(GMimeMessage* mail) {
  Head head;
  GMimeHeaderList* list = g_mime_object_get_header_list(GMIME_OBJECT(mail));
  const int count = std::min(g_mime_header_list_get_count(list), kMostHeaders);
  for (int i = 0; i < count; ++i) {
    GMimeHeader* header = g_mime_header_list_get_header_at(list, i);
    head.add(text_of(g_mime_header_get_name(header)), decoded(raw_of(header)));
  }
  return head;
}

/// Of all headers of that name.
std::vector<Address> addresses_of(GMimeMessage* mail, const char* name) {
  std::vector<Address> all;
  GMimeHeaderList* list = g_mime_object_get_header_list(GMIME_OBJECT(mail));
  const int count = std::min(g_mime_header_list_get_count(list), kMostHeaders);
  for (int i = 0; i < count; ++i) {
    GMimeHeader* header = g_mime_header_list_get_header_at(list, i);
    if (g_ascii_strcasecmp(g_mime_header_get_name(header), name) != 0) continue;
    const Held<InternetAddressList> found{
        internet_address_list_parse(nullptr, raw_of(header).c_str())};
    add_addresses(found.get(), all);
  }
  return all;
}

std::string value_of(const Head& head, std::string_view name) {
  const std::string* found = head.find(name);
  return found == nullptr ? std::string{} : *found;
}

std::vector<std::string> ids_of(const std::string& text) {
  std::vector<std::string> ids;
  GMimeReferences* found = g_mime_references_parse(nullptr, text.c_str());
  const int count = std::min(g_mime_references_length(found), kMostIds);
  for (int i = 0; i < count; ++i) {
    std::string id = line_of(text_of(g_mime_references_get_message_id(found, i)));
    if (id.find('@') != std::string::npos) ids.push_back(std::move(id));
  }
  g_mime_references_free(found);
  return ids;
}

/// One sender, or nobody: which of several would be believed is not for chance to say.
std::optional<Address> sender_of(GMimeMessage* mail, const Head& head) {
  const auto all = addresses_of(mail, "From");
  if (head.count("from") != 1 || all.size() != 1 || all.front().at.find('@') == std::string::npos)
    return {};
  return all.front();
}

std::optional<Instant> date_of(GMimeMessage* mail) {
  GDateTime* date = g_mime_message_get_date(mail);  // the mail's own, not ours to let go
  if (date == nullptr) return {};
  return Instant{std::chrono::seconds{g_date_time_to_unix(date)}};
}

void read_head(GMimeMessage* mail, const Head& head, Incoming& in) {
  in.kind = kind_of_head(head);
  in.from = sender_of(mail, head);
  in.to = addresses_of(mail, "To");
  in.cc = addresses_of(mail, "Cc");
  for (const auto* name : {"delivered-to", "x-original-to", "envelope-to"})
    for (const std::string& at : head.all(name)) in.delivered_to.push_back(lower_ascii(at));
  in.subject = value_of(head, "subject");
  in.message_id = id_of(value_of(head, "message-id"));
  const auto answered = ids_of(value_of(head, "in-reply-to"));
  if (!answered.empty()) in.in_reply_to = answered.front();
  in.references = ids_of(value_of(head, "references"));
  in.date = date_of(mail);
}

/// The parts of one mail, gathered.
class Parts {
 public:
  Parts(const ReadLimits& limits, Incoming& in) : limits_(limits), in_(in) {}

  void walk(GMimeObject* object, int depth) {
    if (object == nullptr) return;
    if (depth > limits_.depth) {
      in_.faults.too_deep = true;
    } else if (++count_ > limits_.parts) {
      in_.faults.many_parts = true;
    } else if (GMIME_IS_MULTIPART(object) != FALSE) {
      multipart(GMIME_MULTIPART(object), depth);
    } else if (GMIME_IS_MESSAGE_PART(object) != FALSE) {
      attached_mail(GMIME_MESSAGE_PART(object));
    } else if (GMIME_IS_PART(object) != FALSE) {
      part(GMIME_PART(object));
    }
  }

  void finish() {
    std::string words = plain_;
    if (words.find_first_not_of(" \t\n") == std::string::npos) words = words_of_html(html_);
    in_.whole_text = cut_to(std::move(words), limits_.words);
    in_.text = without_quoted(in_.whole_text);
    if (status_seen_) {
      in_.report = std::move(report_);
      in_.report->original_message_id = about_;
      in_.kind = MailKind::delivery_report;
    } else if (receipt_seen_) {
      in_.kind = MailKind::read_receipt;
    }
  }

 private:
  void multipart(GMimeMultipart* whole, int depth) {
    const int count = g_mime_multipart_get_count(whole);
    for (int i = 0; i < count && count_ <= limits_.parts; ++i)
      walk(g_mime_multipart_get_part(whole, i), depth + 1);
  }

  void attached_mail(GMimeMessagePart* attached) {
    GMimeMessage* mail = g_mime_message_part_get_message(attached);
    if (mail != nullptr && about_.empty())
      about_ = line_of(text_of(g_mime_message_get_message_id(mail)));
  }

  void part(GMimePart* each) {
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(each));
    const GText named{g_mime_content_type_get_mime_type(type)};
    const std::string kind = lower_ascii(text_of(named.get()));
    const std::string file = lower_ascii(text_of(g_mime_part_get_filename(each)));
    if (kind == "text/calendar" || kind == "application/ics" || file.ends_with(".ics"))
      calendar(each, type);
    else if (kind == "message/delivery-status" || kind == "message/global-delivery-status")
      status(each);
    else if (kind == "message/disposition-notification")
      receipt_seen_ = true;
    else if (kind == "text/rfc822-headers")
      original_head(each);
    else if (g_mime_part_is_attachment(each) == FALSE &&
             (kind == "text/plain" || kind == "text/html"))
      readable(each, kind == "text/html" ? html_ : plain_);
  }

  /// The content with its transfer encoding undone. Never longer than the mail.
  std::string content(GMimePart* each) {
    GMimeDataWrapper* wrapper = g_mime_part_get_content(each);
    if (wrapper == nullptr) return {};
    const Held<GMimeStream> out{g_mime_stream_mem_new()};
    g_mime_data_wrapper_write_to_stream(wrapper, out.get());
    return bytes_of(out.get());
  }

  std::string words(GMimePart* each) {
    const auto charset =
        text_of(g_mime_object_get_content_type_parameter(GMIME_OBJECT(each), "charset"));
    Decoded decoded = decode_words(content(each), charset);
    in_.faults.bad_charset = in_.faults.bad_charset || decoded.mended;
    return std::move(decoded.text);
  }

  void readable(GMimePart* each, std::string& into) {
    if (into.size() >= 4 * limits_.words) return;
    into += cut_to(words(each), 4 * limits_.words);
    if (!into.empty() && into.back() != '\n') into += '\n';
  }

  void calendar(GMimePart* each, GMimeContentType* type) {
    IncomingCalendar found;
    std::string method = line_of(text_of(g_mime_content_type_get_parameter(type, "method")));
    for (char& c : method) c = g_ascii_toupper(c);
    found.method = cut_to(std::move(method), 20);
    found.text = words(each);
    const bool again = std::any_of(in_.calendars.begin(), in_.calendars.end(),
                                   [&](const auto& one) { return one.text == found.text; });
    if (again || found.text.empty()) return;
    if (found.text.size() > limits_.calendar || in_.calendars.size() == limits_.calendars)
      in_.faults.many_parts = true;
    else
      in_.calendars.push_back(std::move(found));
  }

  void status(GMimePart* each) {
    if (!status_seen_) report_ = read_delivery_status(words(each));
    status_seen_ = true;
  }

  void original_head(GMimePart* each) {
    const std::string head = "\n" + cut_to(words(each), 64 * 1024UL);
    const auto at = lower_ascii(head).find("\nmessage-id:");
    if (at == std::string::npos || !about_.empty()) return;
    const auto from = at + std::string_view{"\nmessage-id:"}.size();
    about_ = id_of(std::string_view{head}.substr(from, head.find('\n', from + 1) - from));
  }

  const ReadLimits& limits_;
  Incoming& in_;
  int count_ = 0;
  std::string plain_;
  std::string html_;
  std::string about_;
  DeliveryReport report_;
  bool status_seen_ = false;
  bool receipt_seen_ = false;
};

/// As much of the mail as names no more boundaries than parts are read. GMime holds every line
/// against every boundary it is within, which a mail of many lines in many parts makes slow.
std::string_view with_few_boundaries(std::string_view bytes, int most) {
  constexpr std::string_view name = "boundary";
  for (std::size_t at = 0; at + name.size() <= bytes.size(); ++at) {
    at = bytes.find_first_of("bB", at);
    if (at == std::string_view::npos) break;
    if (g_ascii_strncasecmp(bytes.data() + at, name.data(),
                            std::min(name.size(), bytes.size() - at)) == 0 &&
        most-- == 0)
      return bytes.substr(0, at);
  }
  return bytes;
}

}  // namespace

Incoming read_mail(std::string_view bytes, const ReadLimits& limits) {
  start_gmime();
  Incoming in;
  in.faults.too_large = bytes.size() > limits.bytes;
  bytes = bytes.substr(0, limits.bytes);
  const std::string_view taken = with_few_boundaries(bytes, limits.parts);
  in.faults.many_parts = taken.size() < bytes.size();
  bytes = taken;
  const Held<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size())};
  const Held<GMimeParser> parser{g_mime_parser_new_with_stream(stream.get())};
  const Held<GMimeMessage> mail{g_mime_parser_construct_message(parser.get(), nullptr)};
  if (!mail) {
    in.faults.no_mail = true;
    return in;
  }
  const Head head = head_of(mail.get());
  read_head(mail.get(), head, in);
  Parts parts{limits, in};
  parts.walk(g_mime_message_get_mime_part(mail.get()), 0);
  parts.finish();
  return in;
}

}  // namespace kallad::post
