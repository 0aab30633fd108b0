// The API asked from within: a page reads what its reader may read and says what they may say by
// the very routes that programs use. Not a second way to cases or the desk. Rules kept: a page
// shows and does nothing that the API would not; what is opened is in the access log.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/codec/typed.hpp"
#include "adapters/web/frame/frame.hpp"

namespace kallad::web {

/// One of several things that are said one after the other: a command of a case, with a key of its
/// own. `version`: the case's as it was seen; empty where the command does not build on it.
struct Turn {
  std::string_view id;
  std::string of_case;
  std::string body;
  std::string key;
  std::string version;
};

/// Whether what comes after a no is still said.
enum class AfterNo { goes_on, ends };

/// The API's routes by id. Thread-safe; lives as long as the pages.
class Within {
 public:
  explicit Within(api::House& house);

  /// Runs the route `id` for the caller of `call`, who has passed the gate. `values` are those of
  /// its pattern, `query` as in an address. The answer may come on another thread.
  void ask(std::string_view id, const api::Call& call, std::vector<std::string> values,
           std::string query, HttpAnswer answer) const;

  /// Says something by the route `id`: a body of JSON with the form's key, and the version of the
  /// case that it builds on.
  void say(std::string_view id, const api::Call& call, std::vector<std::string> values,
           std::string body, const std::string& key, const std::string& version,
           HttpAnswer answer) const;

  /// Says all, each when the one before has been answered, and hands over the answers in the same
  /// order. What builds on a case builds on what the one before made of it.
  using TurnsDone = std::function<void(std::vector<HttpResponse>)>;
  void say_in_turn(const api::Call& call, std::vector<Turn> turns, AfterNo after,
                   TurnsDone done) const;

  /// Reads the route's answer as a T and answers with what `then` makes of it. A no is answered as
  /// it is, and becomes a page on its way.
  template <class T>
  void read(std::string_view id, const api::Call& call, std::vector<std::string> values,
            std::string query, std::function<HttpResponse(const T&)> then) const {
    ask(id, call, std::move(values), std::move(query),
        [answer = call.answer, then = std::move(then)](HttpResponse response) {
          if (response.status >= 400) return answer(std::move(response));
          const auto read = codec::read_text<T>(response.body);
          if (!read) return answer(api::problem(500, "accident"));
          answer(then(read.value()));
        });
  }

 private:
  void run(std::string_view id, const api::Call& call, HttpRequest request,
           std::vector<std::string> values, HttpAnswer answer) const;

  std::vector<api::Route> routes_;
};

}  // namespace kallad::web
