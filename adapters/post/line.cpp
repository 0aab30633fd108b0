// The one place here that sees libcurl. It connects, negotiates TLS and signs in
// (CURLOPT_CONNECT_ONLY); the rest of the conversation is ours, because libcurl 7.88 neither tells
// what became of each recipient nor can ask for delivery reports (RFC 3461).
#include "adapters/post/line.hpp"

#include <curl/curl.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <new>

#include "engine/spine/verdict.hpp"

namespace kallad::post {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLongestLine = 4UL * 1024 * 1024;
constexpr std::chrono::milliseconds kGlance{200};  // between looks at whether to stop

struct EasyGone {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};

template <class Value>
void set(CURL* easy, CURLoption option, Value value) {
  const CURLcode code = curl_easy_setopt(easy, option, value);
  if (code == CURLE_OUT_OF_MEMORY) throw std::bad_alloc{};
  promise(code == CURLE_OK, "libcurl knows every option that is set");
}

int look_whether_to_stop(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<std::stop_token*>(context)->stop_requested() ? 1 : 0;
}

std::size_t ignore(char*, std::size_t size, std::size_t count, void*) { return size * count; }

bool is_within(const std::string& host) {
  return host == "localhost" || host == "127.0.0.1" || host == "::1" || host == "[::1]";
}

std::string url_of(const ServerSettings& settings, Protocol protocol) {
  std::string scheme = protocol == Protocol::smtp ? "smtp" : "imap";
  if (settings.security == Security::tls) scheme += 's';
  const bool bare = settings.host.find(':') != std::string::npos && settings.host.front() != '[';
  const std::string host = bare ? "[" + settings.host + "]" : settings.host;
  std::string url = scheme + "://" + host + ":" + std::to_string(settings.port) + "/";
  return protocol == Protocol::smtp ? url + settings.our_name : url;
}

/// CURLUSESSL_TRY would sign in in the clear where TLS is kept from us.
long tls_of(const ServerSettings& settings) {
  switch (settings.security) {
    case Security::starttls:
      return CURLUSESSL_ALL;
    case Security::starttls_if_offered:
      return settings.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL;
    default:
      return CURLUSESSL_NONE;
  }
}

Trouble trouble_of(CURLcode code) {
  switch (code) {
    case CURLE_OK:
      return Trouble::none;
    case CURLE_COULDNT_RESOLVE_HOST:
      return Trouble::name_unknown;
    case CURLE_COULDNT_CONNECT:
      return Trouble::not_reached;
    case CURLE_USE_SSL_FAILED:
      return Trouble::no_tls;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
      return Trouble::not_trusted;
    case CURLE_LOGIN_DENIED:
      return Trouble::sign_in;
    case CURLE_OPERATION_TIMEDOUT:
      return Trouble::too_slow;
    case CURLE_ABORTED_BY_CALLBACK:
      return Trouble::stopped;
    case CURLE_WEIRD_SERVER_REPLY:
      return Trouble::not_understood;
    default:
      return Trouble::broken_off;
  }
}

void start_curl() {
  [[maybe_unused]] static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
}

bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_not_of(
                              "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                              "0123456789.-:[]") == std::string_view::npos;
}

}  // namespace

Trouble fault_of(const ServerSettings& settings) {
  const bool clear = settings.security == Security::none && !settings.user.empty();
  const bool usable = is_name(settings.host) && is_name(settings.our_name) && settings.port != 0 &&
                      (!clear || is_within(settings.host));
  return usable ? Trouble::none : Trouble::settings;
}

struct Line::Impl {
  Impl(const ServerSettings& settings, Protocol protocol, std::stop_token asked, bool anew)
      : stop(std::move(asked)), easy(curl_easy_init()) {
    if (!easy) throw std::bad_alloc{};
    set(easy.get(), CURLOPT_URL, url_of(settings, protocol).c_str());
    set(easy.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps,imap,imaps");
    set(easy.get(), CURLOPT_CONNECT_ONLY, 1L);
    set(easy.get(), CURLOPT_NOSIGNAL, 1L);
    set(easy.get(), CURLOPT_PROXY, "");  // also none from the environment
    set(easy.get(), CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
    set(easy.get(), CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings.connect.count()));
    set(easy.get(), CURLOPT_TIMEOUT, static_cast<long>(settings.connect.count()));
    set(easy.get(), CURLOPT_NOPROGRESS, 0L);
    set(easy.get(), CURLOPT_XFERINFOFUNCTION, &look_whether_to_stop);
    set(easy.get(), CURLOPT_XFERINFODATA, &stop);
    set(easy.get(), CURLOPT_WRITEFUNCTION, &ignore);
    set(easy.get(), CURLOPT_HEADERFUNCTION, &ignore);
    secure(settings);
    sign_in(settings, anew);
  }

  void secure(const ServerSettings& settings) {
    set(easy.get(), CURLOPT_USE_SSL, tls_of(settings));
    set(easy.get(), CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    if (!settings.ca_file.empty()) set(easy.get(), CURLOPT_CAINFO, settings.ca_file.c_str());
  }

  void sign_in(const ServerSettings& settings, bool anew) {
    if (settings.user.empty()) return;
    set(easy.get(), CURLOPT_USERNAME, settings.user.c_str());
    if (!settings.token) return set(easy.get(), CURLOPT_PASSWORD, settings.password.c_str());
    const auto token = settings.token(anew);
    if (!token) throw LineTrouble{Trouble::sign_in};
    set(easy.get(), CURLOPT_XOAUTH2_BEARER, token->c_str());
  }

  /// libcurl says goodbye as it lets go, and would wait long for an answer to it.
  ~Impl() { curl_easy_setopt(easy.get(), CURLOPT_SERVER_RESPONSE_TIMEOUT, 1L); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void connect() {
    const CURLcode code = curl_easy_perform(easy.get());
    if (code != CURLE_OK) throw LineTrouble{trouble_of(code)};
    curl_easy_getinfo(easy.get(), CURLINFO_ACTIVESOCKET, &socket);
  }

  /// Until the socket is ready, or LineTrouble.
  void wait(short event) {
    while (true) {
      if (stop.stop_requested()) throw LineTrouble{Trouble::stopped};
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
      if (left.count() <= 0) throw LineTrouble{Trouble::too_slow};
      pollfd one{socket, event, 0};
      if (poll(&one, 1, static_cast<int>(std::min(left, kGlance).count())) > 0) return;
    }
  }

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      std::size_t sent = 0;
      const CURLcode code = curl_easy_send(easy.get(), bytes.data(), bytes.size(), &sent);
      if (code == CURLE_AGAIN)
        wait(POLLOUT);
      else if (code != CURLE_OK)
        throw LineTrouble{Trouble::broken_off};
      bytes.remove_prefix(sent);
    }
  }

  /// At least one byte more in `had`.
  void receive() {
    std::array<char, 16 * 1024UL> bytes{};
    while (true) {
      std::size_t count = 0;
      const CURLcode code = curl_easy_recv(easy.get(), bytes.data(), bytes.size(), &count);
      if (code == CURLE_AGAIN) {
        wait(POLLIN);
      } else if (code != CURLE_OK || count == 0) {
        throw LineTrouble{Trouble::broken_off};
      } else {
        had.erase(0, taken);
        taken = 0;
        had.append(bytes.data(), count);
        return;
      }
    }
  }

  std::string take(std::size_t count) {
    std::string out = had.substr(taken, count);
    taken += count;
    return out;
  }

  std::stop_token stop;
  std::unique_ptr<CURL, EasyGone> easy;
  curl_socket_t socket = CURL_SOCKET_BAD;
  Clock::time_point deadline;
  std::string had;
  std::size_t taken = 0;  ///< of `had`
};

Line::Line(const ServerSettings& settings, Protocol protocol, const std::stop_token& stop) {
  start_curl();
  if (fault_of(settings) != Trouble::none) throw LineTrouble{Trouble::settings};
  impl_ = std::make_unique<Impl>(settings, protocol, stop, false);
  try {
    impl_->connect();
  } catch (const LineTrouble& trouble) {
    if (trouble.what != Trouble::sign_in || !settings.token) throw;
    impl_ = std::make_unique<Impl>(settings, protocol, stop, true);  // it may have been withdrawn
    impl_->connect();
  }
  give(settings.reply);
}

Line::~Line() = default;

void Line::give(std::chrono::milliseconds time) { impl_->deadline = Clock::now() + time; }

void Line::send(std::string_view bytes) { impl_->send(bytes); }

std::string Line::read_line() {
  std::size_t looked = impl_->taken;
  while (true) {
    const auto end = impl_->had.find('\n', looked);
    if (end != std::string::npos) {
      std::string line = impl_->take(end + 1 - impl_->taken);
      line.pop_back();
      if (line.ends_with('\r')) line.pop_back();
      return line;
    }
    looked = impl_->had.size() - impl_->taken;
    if (looked > kLongestLine) throw LineTrouble{Trouble::not_understood};
    impl_->receive();
  }
}

std::string Line::read_bytes(std::size_t count) {
  while (impl_->had.size() - impl_->taken < count) impl_->receive();
  return impl_->take(count);
}

}  // namespace kallad::post
