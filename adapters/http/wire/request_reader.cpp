// Reading a request in pieces: where its head ends, and then its body.
// Not the head's meaning: request_head.cpp. Rule kept: a byte that can be in no head is refused
// when it comes, so that a client who waits for its answer is not kept waiting.
#include "adapters/http/wire/request_reader.hpp"

#include <algorithm>

#include "adapters/http/wire/letters.hpp"

namespace kallad::http {
namespace {

/// The byte may follow `before` in a head: line ends are CR LF, no line is folded, none is empty
/// before the last, and no control byte stands anywhere.
bool may_follow(char before, char c) {
  if (before == '\r') return c == '\n';
  if (before == '\n' && (c == ' ' || c == '\t')) return false;
  return c == '\r' ? before != '\0' : is_text(c);
}

}  // namespace

void RequestReader::refuse(unsigned status) {
  status_ = status;
  phase_ = Phase::refused;
}

std::size_t RequestReader::put(std::string_view bytes) {
  std::size_t used = 0;
  if (phase_ == Phase::head) used = put_head(bytes);
  if (phase_ == Phase::body) used += put_body(bytes.substr(used));
  return used;
}

std::size_t RequestReader::put_head(std::string_view bytes) {
  std::size_t used = 0;
  while (used < bytes.size()) {
    if (text_.size() == limits_.header_bytes) {
      refuse(431);
      return used;
    }
    const char c = bytes[used++];
    if (!may_follow(text_.empty() ? '\0' : text_.back(), c)) {
      refuse(400);
      return used;
    }
    text_.push_back(c);
    if (c == '\n' && text_.ends_with("\r\n\r\n")) {
      finish_head();
      return used;
    }
  }
  return used;
}

void RequestReader::finish_head() {
  auto [head, status] = read_head(text_, limits_);
  text_ = {};
  if (status != 0) return refuse(status);
  head_ = std::move(head);
  if (head_.chunked) chunks_.emplace(limits_.body_bytes, limits_.header_bytes);
  phase_ = head_.chunked || head_.length > 0 ? Phase::body : Phase::complete;
}

std::size_t RequestReader::put_body(std::string_view bytes) {
  if (chunks_) {
    const std::size_t used = chunks_->put(bytes, body_);
    if (chunks_->status() != 0) refuse(chunks_->status());
    if (chunks_->complete()) phase_ = Phase::complete;
    return used;
  }
  const auto part = bytes.substr(0, head_.length - body_.size());
  body_.append(part);
  if (body_.size() == head_.length) phase_ = Phase::complete;
  return part.size();
}

}  // namespace kallad::http
