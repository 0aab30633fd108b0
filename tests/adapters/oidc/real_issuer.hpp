// A certified issuer that others wrote, in a process of its own, and a browser that signs in there.
// Not there without node and the package; whoever asks then skips, saying so. Rule kept: the
// browser follows the issuer's own pages, with its cookies, to the end.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace kallad::testing {

class RealIssuer {
 public:
  /// Why it cannot be started here; empty where it can.
  static std::string missing();

  RealIssuer(const std::string& redirect_url, const std::string& secret);
  ~RealIssuer();
  RealIssuer(const RealIssuer&) = delete;
  RealIssuer& operator=(const RealIssuer&) = delete;

  const std::string& name() const { return name_; }

 private:
  pid_t process_ = 0;
  int to_it_ = -1;  ///< when this closes, the process ends
  std::string name_;
};

/// Goes to `url`, signs in as `subject` on the pages that come, and agrees to what is asked. The
/// query with which the issuer sends the browser to `redirect_url`; throws where it never does.
std::string browse_to_the_end(const std::string& url, const std::string& redirect_url,
                              const std::string& subject);

}  // namespace kallad::testing
