// What the API says when the answer is no: RFC 9457 problems, in Swedish and English.
// Not the reasons: rules of the engine, the codec and this room name them, and wording has the
// texts. Rule kept: a problem names the rule and the field and never repeats a value that was sent,
// which may be about a person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/codec/read_result.hpp"
#include "adapters/desk/submission.hpp"
#include "adapters/http/message.hpp"
#include "adapters/wording/words/refusal_text.hpp"
#include "engine/authority/authority.hpp"

namespace kallad::api {

/// One reason. `path` is the JSON Pointer of the field in the body, empty where it concerns none.
struct Reason {
  std::string rule;
  std::string path;
  RefusalData data;
};

/// A problem document: type urn:kallad:problem:<rule of the first reason>, title and status, and
/// all reasons under `errors`, each with its rule, path and texts. At least one reason.
HttpResponse problem(unsigned status, const std::vector<Reason>& reasons);
HttpResponse problem(unsigned status, std::string_view rule);

/// 400 where the text is no JSON, else 422: what the codec found in a body.
HttpResponse problem_of(const CodecErrors& errors);
/// The same where the body was read as the data of a command, whose paths begin with "/data".
HttpResponse problem_of_data(CodecErrors errors);

/// 404 where the caller may not know of the case, else 403.
HttpResponse problem_of(const Denial& denial);

/// A "no" that is not yet a document: what a page says in its own way. `retry_after` in seconds; 0
/// where waiting is of no use.
struct No {
  unsigned status = 500;
  std::vector<Reason> why;  ///< at least one
  int retry_after = 0;
};

HttpResponse problem(const No& no);

/// What a desk's answer that is not stored comes to: 403 where it is the actor who may not, 409 not
/// in this step, 412 another version, 422 a condition fails, 500 and 503 accidents.
No no_of(const Outcome& outcome);
HttpResponse problem_of(const Outcome& outcome);
/// The same of what the engine refuses.
No no_of(const Refusals& refusals);

/// Refusals as reasons: a refusal's "field" is the path, "substitute.name" becoming
/// "/substitute/name".
std::vector<Reason> reasons_of(const Refusals& refusals);

}  // namespace kallad::api
