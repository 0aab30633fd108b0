// The process is told to end by its standard input closing, so that none outlives a test that dies.
// Not a browser's JavaScript: the provider's own pages are plain forms.
#include "tests/adapters/oidc/real_issuer.hpp"

#include <curl/curl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace kallad::testing {

namespace {

const std::string modules = KALLAD_BINARY_DIR "/browser/node_modules";
const std::string script = KALLAD_SOURCE_DIR "/tests/adapters/oidc/real_issuer.mjs";

std::size_t append(char* bytes, std::size_t size, std::size_t count, void* into) {
  static_cast<std::string*>(into)->append(bytes, size * count);
  return size * count;
}

/// One page at a time: what it says, and where it sends the browser.
class Browser {
 public:
  Browser() : handle_(curl_easy_init(), curl_easy_cleanup) {
    curl_easy_setopt(handle_.get(), CURLOPT_COOKIEFILE, "");
    curl_easy_setopt(handle_.get(), CURLOPT_NOPROXY, "*");
    curl_easy_setopt(handle_.get(), CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(handle_.get(), CURLOPT_TIMEOUT, 10L);
  }
  void visit(const std::string& url, const std::string& form) {
    body.clear();
    curl_easy_setopt(handle_.get(), CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(handle_.get(), CURLOPT_URL, url.c_str());
    if (form.empty()) {
      curl_easy_setopt(handle_.get(), CURLOPT_HTTPGET, 1L);
    } else {
      curl_easy_setopt(handle_.get(), CURLOPT_COPYPOSTFIELDS, form.c_str());
    }
    if (curl_easy_perform(handle_.get()) != CURLE_OK) throw std::runtime_error("no page " + url);
    char* location = nullptr;
    curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &location);
    sends_to = location == nullptr ? "" : location;
  }

  std::string body;
  std::string sends_to;

 private:
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
};

std::string line_from(int descriptor) {
  std::string line;
  char c = 0;
  while (read(descriptor, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

}  // namespace

std::string RealIssuer::missing() {
  if (std::system("node --version > /dev/null 2>&1") != 0) return "node is not installed";
  if (!std::filesystem::exists(modules + "/oidc-provider"))
    return "oidc-provider is not there: tests/browser/install build";
  return {};
}

RealIssuer::RealIssuer(const std::string& redirect_url, const std::string& secret) {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (pipe(in.data()) != 0 || pipe(out.data()) != 0) throw std::runtime_error("no pipe");
  process_ = fork();
  if (process_ == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    for (const int each : {in[0], in[1], out[0], out[1]}) close(each);
    execlp("node", "node", script.c_str(), modules.c_str(), redirect_url.c_str(), secret.c_str(),
           nullptr);
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  to_it_ = in[1];
  for (std::string line = line_from(out[0]); !line.empty(); line = line_from(out[0]))
    if (line.starts_with("issuer ")) {
      name_ = line.substr(7);
      break;
    }
  close(out[0]);
  if (name_.empty()) throw std::runtime_error("the issuer did not start");
}

RealIssuer::~RealIssuer() {
  close(to_it_);
  waitpid(process_, nullptr, 0);
}

std::string browse_to_the_end(const std::string& url, const std::string& redirect_url,
                              const std::string& subject) {
  constexpr int most_pages = 12;
  Browser browser;
  std::string at = url;
  std::string form;
  for (int page = 0; page < most_pages; ++page) {
    browser.visit(at, form);
    form.clear();
    if (browser.sends_to.starts_with(redirect_url))
      return browser.sends_to.substr(browser.sends_to.find('?') + 1);
    if (!browser.sends_to.empty()) {
      at = browser.sends_to;
    } else if (browser.body.find(R"(value="login")") != std::string::npos) {
      form = "prompt=login&login=" + subject + "&password=x";
    } else if (browser.body.find(R"(value="consent")") != std::string::npos) {
      form = "prompt=consent";
    } else {
      throw std::runtime_error("an unknown page: " + browser.body.substr(0, 300));
    }
  }
  throw std::runtime_error("the issuer never sent the browser back");
}

}  // namespace kallad::testing
