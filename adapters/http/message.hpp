// A request and its answer as handlers see them, and how an answer is given.
// Not bytes on a socket: adapters/http/wire reads and writes those. Rule kept: a request is whole
// and within the limits before a handler sees it; it is answered once.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/http/event_feed.hpp"

namespace kallad {

/// Names and values in the order sent.
using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

/// A complete request.
struct HttpRequest {
  std::string method;        ///< upper-case letters
  std::string path;          ///< as sent, before '?', not decoded
  std::string query;         ///< after '?', not decoded
  HttpHeaders headers = {};  ///< names in lower case
  std::string body = {};
  std::string client;      ///< address without port; a trusted proxy says its client's
  bool secure = false;     ///< TLS here, or the trusted proxy says https
  bool via_proxy = false;  ///< sent by the trusted proxy, whose headers can be believed

  /// The first value of the header, or null.
  const std::string* header(std::string_view lower_case_name) const;
};

/// An answer. Date, Content-Length, Connection and Transfer-Encoding are the server's own; those
/// given here are left out.
struct HttpResponse {
  unsigned status = 200;
  HttpHeaders headers = {};
  std::string body = {};
  std::shared_ptr<EventFeed> feed = {};  ///< where set, its events are sent and `body` is not
};

/// Gives the answer: once, from any thread; later answers are dropped. Where the last copy goes
/// without having been called, the answer is 500.
using HttpAnswer = std::function<void(HttpResponse)>;

/// Called on a thread of the server, and must not block it. Throwing answers 500.
using HttpHandler = std::function<void(HttpRequest, HttpAnswer)>;

}  // namespace kallad
