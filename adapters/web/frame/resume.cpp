// Sealing and opening of kept forms.
// Not encryption of its own: the keyring's. The JSON inside is read by nobody else.
#include "adapters/web/frame/resume.hpp"

#include "adapters/api/way/gate.hpp"
#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"

namespace kallad::web {

std::optional<std::string> sealed_form(const Keyring& keyring, const HttpRequest& request) {
  if (request.method != "POST" || api::is_cross_site(request)) return std::nullopt;
  const auto form = Form::sent(request);
  if (!form || form->raw("owner").empty()) return std::nullopt;
  KeptForm kept{request.path, form->raw("owner"), {}};
  for (const auto& [name, value] : form->fields()) {
    if (name != api::csrf_field && name != "owner") kept.fields.push_back({name, value});
  }
  return keyring.seal(codec::write_compact(kept));
}

std::optional<KeptForm> kept_form(const Keyring& keyring, std::string_view sealed,
                                  std::string_view account) {
  const auto plain = keyring.unseal(sealed);
  if (!plain) return std::nullopt;
  auto kept = codec::read_text<KeptForm>(*plain);
  if (!kept || !same_secret(kept.value().owner, owner_word(keyring, account))) return std::nullopt;
  return std::move(kept).value();
}

}  // namespace kallad::web
