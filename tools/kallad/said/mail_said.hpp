// Settings of mail, turned into what the mailroom is given.
// Not the settings' texts: adapters/config. Rule kept: a password's file that cannot be read stops
// the start, in Swedish, and is not found out at the first letter.
#pragma once

#include "adapters/config/settings.hpp"
#include "adapters/mailroom/mailroom.hpp"
#include "adapters/sign_in/secret/secret.hpp"

namespace kallad::program {

/// Where mail goes to and comes from. Throws std::runtime_error where a password's file cannot be
/// read.
mailroom::MailPlaces mail_said(const Settings& said);

/// Whom mails come from; `keyring` outlives it.
mailroom::Sender sender_said(const Settings& said, const Keyring& keyring);

}  // namespace kallad::program
