// Reading chunks, one byte at a time but for their data.
// Not the framing's choice: request_head.cpp says whether a body is chunked. Rule kept: sizes are
// counted before anything is stored.
#include "adapters/http/wire/chunked_body.hpp"

#include <algorithm>

#include "adapters/http/wire/letters.hpp"

namespace kallad::http {

std::size_t ChunkedBody::put(std::string_view bytes, std::string& body) {
  std::size_t used = 0;
  while (used < bytes.size() && !complete() && status_ == 0) {
    if (at_ != At::data) {
      put_one(bytes[used++]);
      continue;
    }
    const auto part = std::min<std::uint64_t>(size_, bytes.size() - used);
    body.append(bytes, used, part);
    used += part;
    size_ -= part;
    if (size_ == 0) at_ = At::data_return;
  }
  return used;
}

void ChunkedBody::expect(bool as_it_should_be, At next) {
  if (as_it_should_be) {
    at_ = next;
  } else {
    refuse(400);
  }
}

void ChunkedBody::put_one(char c) {
  switch (at_) {
    case At::size:
      return put_size(c);
    case At::extension:
      return put_extension(c);
    case At::size_end:
      return end_size_line(c);
    case At::data_return:
      return expect(c == '\r', At::data_end);
    case At::data_end:
      digits_ = 0;
      line_ = 0;
      return expect(c == '\n', At::size);
    case At::trailer_start:
      if (c == ' ' || c == '\t') return refuse(400);
      if (c == '\r') return expect(true, At::last_end);
      at_ = At::trailer;
      return put_text(c, At::trailer_end);
    case At::trailer:
      return put_text(c, At::trailer_end);
    case At::trailer_end:
      return expect(c == '\n', At::trailer_start);
    case At::last_end:
      return expect(c == '\n', At::end);
    case At::data:
    case At::end:
      return;
  }
}

void ChunkedBody::put_size(char c) {
  const int digit = hex_value(c);
  if (digit >= 0) {
    if (++digits_ > 15) return refuse(400);
    size_ = size_ * 16 + static_cast<unsigned>(digit);
    return;
  }
  if (digits_ == 0) return refuse(400);
  if (c == ';') return expect(true, At::extension);
  expect(c == '\r', At::size_end);
}

void ChunkedBody::put_text(char c, At line_end) {
  if (++line_ > most_line_) return refuse(400);
  if (c == '\r') return expect(true, line_end);
  if (!is_text(c)) refuse(400);
}

/// A quoted value ends before its line does: to some readers the line would go on behind it.
void ChunkedBody::put_extension(char c) {
  if (quoted_ && c == '\r') return refuse(400);
  if (c == '"' && !escaped_) quoted_ = !quoted_;
  escaped_ = quoted_ && c == '\\' && !escaped_;
  put_text(c, At::size_end);
}

void ChunkedBody::end_size_line(char c) {
  if (c != '\n') return refuse(400);
  if (size_ > most_ - total_) return refuse(413);
  total_ += size_;
  line_ = 0;
  at_ = size_ == 0 ? At::trailer_start : At::data;
}

}  // namespace kallad::http
