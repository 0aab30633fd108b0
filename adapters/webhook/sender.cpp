// libcurl's multi interface: one thread, many transfers. The system's name lookups run on threads
// of libcurl's own and are left to themselves where they take too long.
// Not trusted: anything that comes back. Only the status is kept.
#include "adapters/webhook/sender.hpp"

#include <curl/curl.h>
#include <unistd.h>

#include <map>
#include <new>
#include <string_view>

namespace kallad::webhook {

namespace {

struct EasyGone {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiGone {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct ListGone {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, ListGone>;

/// One message on its way; libcurl holds pointers into it.
struct Flight {
  std::int64_t number = 0;
  const Net* net = nullptr;
  bool plain = false;
  std::string body;
  List headers;
  std::size_t head_bytes_left = 0;
  std::size_t body_bytes_left = 0;
  bool head_ended = false;
  bool address_refused = false;
};

curl_socket_t open_socket(void* context, curlsocktype, curl_sockaddr* to) {
  auto& flight = *static_cast<Flight*>(context);
  if (!may_connect(*flight.net, flight.plain, to->addr)) {
    flight.address_refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

/// Fewer bytes taken than given end the transfer.
std::size_t swallow(std::size_t& left, std::size_t bytes) {
  if (bytes > left) return 0;
  left -= bytes;
  return bytes;
}

std::size_t take_head(char* line, std::size_t size, std::size_t count, void* context) {
  auto& flight = *static_cast<Flight*>(context);
  const std::size_t bytes = size * count;
  flight.head_ended = std::string_view{line, bytes} == "\r\n";
  return swallow(flight.head_bytes_left, bytes);
}

std::size_t take_body(char*, std::size_t size, std::size_t count, void* context) {
  return swallow(static_cast<Flight*>(context)->body_bytes_left, size * count);
}

Fate fate_of_status(unsigned status) {
  if (status >= 200 && status < 300) return Fate::delivered;
  if (status == 410) return Fate::gone;
  return status >= 300 && status < 400 ? Fate::redirected : Fate::refused;
}

Fate fate_of_failure(CURLcode code, const Flight& flight) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return Fate::name_unknown;
    case CURLE_COULDNT_CONNECT:
      return flight.address_refused ? Fate::address_not_allowed : Fate::not_reached;
    case CURLE_OPERATION_TIMEDOUT:
      return Fate::too_slow;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
      return Fate::not_trusted;
    default:
      return Fate::unreadable;
  }
}

template <class Value>
void set(CURL* easy, CURLoption option, Value value) {
  const CURLcode code = curl_easy_setopt(easy, option, value);
  if (code == CURLE_OUT_OF_MEMORY) throw std::bad_alloc{};
  promise(code == CURLE_OK, "libcurl knows every option that is set");
}

void add(List& list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc{};
  (void)list.release();
  list.reset(longer);
}

List headers_of(const Message& message) {
  List list;
  add(list, "Content-Type: application/json");
  add(list, "User-Agent: Kallad");
  add(list, "Expect:");  // no waiting for 100 Continue
  add(list, "webhook-id: " + message.id);
  add(list, "webhook-timestamp: " + message.timestamp);
  add(list, "webhook-signature: " + message.signature);
  return list;
}

void set_way(CURL* easy, const Net& net, const SenderLimits& limits, bool plain) {
  set(easy, CURLOPT_PROTOCOLS_STR, plain ? "http" : "https");
  set(easy, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1});
  set(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set(easy, CURLOPT_PROXY, "");  // also none from the environment
  set(easy, CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
  set(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  set(easy, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
  if (!net.authorities.empty()) set(easy, CURLOPT_CAINFO, net.authorities.c_str());
  set(easy, CURLOPT_CONNECTTIMEOUT_MS, long{limits.connect.count()});
  set(easy, CURLOPT_TIMEOUT_MS, long{limits.whole.count()});
  set(easy, CURLOPT_NOSIGNAL, 1L);
  set(easy, CURLOPT_QUICK_EXIT, 1L);  // nobody waits for a name's lookup that is given up
}

void set_content(CURL* easy, Flight& flight, const std::string& url) {
  set(easy, CURLOPT_URL, url.c_str());
  set(easy, CURLOPT_POST, 1L);
  set(easy, CURLOPT_POSTFIELDS, flight.body.c_str());
  set(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(flight.body.size()));
  set(easy, CURLOPT_HTTPHEADER, flight.headers.get());
  set(easy, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  set(easy, CURLOPT_OPENSOCKETDATA, &flight);
  set(easy, CURLOPT_HEADERFUNCTION, &take_head);
  set(easy, CURLOPT_HEADERDATA, &flight);
  set(easy, CURLOPT_WRITEFUNCTION, &take_body);
  set(easy, CURLOPT_WRITEDATA, &flight);
}

void start_library() {
  [[maybe_unused]] static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
}

}  // namespace

struct Sender::Impl {
  struct OnTheWay {
    Flight flight;
    std::unique_ptr<CURL, EasyGone> easy;  ///< goes first: it points into the flight
  };

  Impl(Net given, SenderLimits most) : net(std::move(given)), limits(most) {
    start_library();
    multi.reset(curl_multi_init());
    if (!multi) throw std::bad_alloc{};
  }
  ~Impl() {
    for (const auto& [easy, one] : flights) curl_multi_remove_handle(multi.get(), easy);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  Sent end(CURL* easy, CURLcode code) {
    const Flight& flight = flights.at(easy)->flight;
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    Sent sent{flight.number, Fate::unreadable, static_cast<unsigned>(status)};
    // The status decides as soon as it is there, however much or slowly an answer goes on.
    if (code == CURLE_OK || (flight.head_ended && status >= 200))
      sent.fate = fate_of_status(sent.status);
    else
      sent.fate = fate_of_failure(code, flight);
    curl_multi_remove_handle(multi.get(), easy);
    flights.erase(easy);
    return sent;
  }

  Net net;
  SenderLimits limits;
  std::unique_ptr<CURLM, MultiGone> multi;
  std::map<CURL*, std::unique_ptr<OnTheWay>> flights;
};

Sender::Sender(Net net, SenderLimits limits)
    : impl_(std::make_unique<Impl>(std::move(net), limits)) {}

Sender::~Sender() = default;

void Sender::start(const Message& message) {
  auto one = std::make_unique<Impl::OnTheWay>();
  one->easy.reset(curl_easy_init());
  CURL* easy = one->easy.get();
  if (easy == nullptr) throw std::bad_alloc{};
  Flight& flight = one->flight;
  flight.number = message.number;
  flight.net = &impl_->net;
  flight.plain = message.url.starts_with("http://");
  flight.body = message.body;
  flight.headers = headers_of(message);
  flight.head_bytes_left = impl_->limits.answer_bytes;
  flight.body_bytes_left = impl_->limits.answer_bytes;
  set_way(easy, impl_->net, impl_->limits, flight.plain);
  set_content(easy, flight, message.url);
  impl_->flights.emplace(easy, std::move(one));
  curl_multi_add_handle(impl_->multi.get(), easy);
}

std::size_t Sender::on_the_way() const { return impl_->flights.size(); }

std::vector<Sent> Sender::finished(std::chrono::milliseconds wait) {
  CURLM* multi = impl_->multi.get();
  std::vector<Sent> all;
  const auto collect = [&] {
    int running = 0;
    curl_multi_perform(multi, &running);
    int left = 0;
    while (const CURLMsg* told = curl_multi_info_read(multi, &left)) {
      if (told->msg == CURLMSG_DONE)
        all.push_back(impl_->end(told->easy_handle, told->data.result));
    }
  };
  collect();
  if (!all.empty()) return all;
  curl_multi_poll(multi, nullptr, 0, static_cast<int>(wait.count()), nullptr);
  collect();
  return all;
}

void Sender::wake() { curl_multi_wakeup(impl_->multi.get()); }

}  // namespace kallad::webhook
