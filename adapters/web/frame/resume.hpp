// A form whose session had ended when it was sent: kept while its person signs in, and sent on.
// Not stored anywhere: it travels sealed in the page to sign in on. Rules kept: nothing typed is
// lost; only who was shown the form may send it on, and no other site can put a form here.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "adapters/http/wire/form_body.hpp"
#include "adapters/web/frame/frame.hpp"

namespace kallad::web {

struct KeptField {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(KeptField, (), (name, value))

/// A form and where it was going.
struct KeptForm {
  std::string address;
  std::string owner;  ///< owner_word of the account it was shown to
  std::vector<KeptField> fields;
};
BOOST_DESCRIBE_STRUCT(KeptForm, (), (address, owner, fields))

/// The request's form, sealed; nothing where it is no form of ours or comes from another site.
std::optional<std::string> sealed_form(const Keyring& keyring, const HttpRequest& request);
/// Nothing where the text was not sealed here, or the form was shown to another account.
std::optional<KeptForm> kept_form(const Keyring& keyring, std::string_view sealed,
                                  std::string_view account);

}  // namespace kallad::web
