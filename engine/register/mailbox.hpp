// What a unit's function mailbox must look like, and what a letter takes for an address.
// Not whether anybody reads it, and not how a letter gets there. Asked by the register's decision,
// by the import and by letters: one check, so that nothing is registered that no letter goes to.
#pragma once

#include <string_view>

namespace kallad::registry {

/// One address of ASCII letters with a dot in its domain; no list of several, no name around it.
bool is_mail_address(std::string_view text);

/// An address of secure digital communication, "sdk:…".
bool is_secure_address(std::string_view text);

/// Either: an installation may hand the second kind to a service of its own.
bool is_mailbox(std::string_view text);

}  // namespace kallad::registry
