// The list of all pages, and what becomes of a no.
// Not a place for pages: each room has its own.
#include "adapters/web/pages.hpp"

#include "adapters/web/admin/admin_pages.hpp"
#include "adapters/web/audit/access_page.hpp"
#include "adapters/web/case/case_page.hpp"
#include "adapters/web/case/command_page.hpp"
#include "adapters/web/case/parties_page.hpp"
#include "adapters/web/course/history_page.hpp"
#include "adapters/web/deficiency/deficiency_page.hpp"
#include "adapters/web/disposal/disposal_pages.hpp"
#include "adapters/web/feedback/feedback_pages.hpp"
#include "adapters/web/frame/problem_page.hpp"
#include "adapters/web/letters/letters_page.hpp"
#include "adapters/web/link/link_page.hpp"
#include "adapters/web/look/look.hpp"
#include "adapters/web/meeting/check_in_page.hpp"
#include "adapters/web/meeting/closing_page.hpp"
#include "adapters/web/meeting/meeting_page.hpp"
#include "adapters/web/papers/afterwards_page.hpp"
#include "adapters/web/papers/forms_page.hpp"
#include "adapters/web/papers/papers_page.hpp"
#include "adapters/web/papers/person_page.hpp"
#include "adapters/web/report/report_pages.hpp"
#include "adapters/web/sign_in/sign_in_pages.hpp"

namespace kallad::web {

namespace {

void append(std::vector<api::Route>& all, std::vector<api::Route> some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

/// The page for a no. Where even that fails, the no as it was: nobody is left without an answer.
HttpResponse told(api::House& house, const HttpRequest& request, HttpResponse problem) {
  const api::Call call{.request = request, .values = {}, .caller = {}, .session = {}, .answer = {}};
  try {
    const bool signs_in = problem.status == 401 && !request.path.starts_with("/api/");
    return signs_in ? sign_in_instead(house, call, problem) : problem_page(house, call, problem);
  } catch (const std::exception& error) {
    house.log.tell(LogLevel::error, "page_failed", {{"what", error.what()}});
    return problem;
  }
}

}  // namespace

api::Pages pages(api::House& house, PageSettings settings) {
  const auto within = std::make_shared<const Within>(house);
  std::vector<api::Route> all = look_routes();
  append(all, sign_in_pages(house));
  append(all, enrol_pages(house));
  append(all, account_pages(house));
  append(all, calendar_address_pages(house));
  append(all, start_pages(house, *within));
  append(all, inbox_pages(house, *within));
  append(all, search_pages(house, *within));
  append(all, command_pages(house, *within));  // "new" is no case
  append(all, case_pages(house, *within));
  append(all, parties_pages(house, *within));
  append(all, history_pages(house, *within));
  append(all, meeting_pages(house, *within));
  append(all, check_in_pages(house, *within, settings.public_url));
  append(all, closing_pages(house, *within));
  append(all, deficiency_pages(house, *within));
  append(all, papers_pages(house, *within));
  append(all, person_pages(house, *within));
  append(all, afterwards_pages(house, *within));
  append(all, forms_pages(house));
  append(all, report_pages(house, *within));
  append(all, letters_pages(house, *within));
  append(all, access_pages(house, *within));
  append(all, disposal_pages(house, *within));
  append(all, retention_pages(house, *within));
  append(all, admin_pages(house, *within));
  append(all, link_pages(house));
  append(all, feedback_pages(house));
  append(all, static_pages(house, std::move(settings)));
  return {std::move(all), [&house, within](const HttpRequest& request, HttpResponse problem) {
            return told(house, request, std::move(problem));
          }};
}

}  // namespace kallad::web
