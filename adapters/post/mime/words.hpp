// Bytes of a mail as words: charsets to UTF-8, HTML to plain lines.
// Not a browser: layout, links and pictures are left out. Rule kept: what comes out is UTF-8 with
// no control character but line feed and tab, whatever came in.
#pragma once

#include <string>
#include <string_view>

namespace kallad::post {

struct Decoded {
  std::string text;
  bool mended = false;  ///< the bytes were not in that charset, or it is not one we read
};

/// In the charset named, of those that mail in Sweden comes in; UTF-8 where none is. What does not
/// fit is read as Windows-1252, as most programs that lie about it write that.
Decoded decode_words(std::string_view bytes, std::string_view charset);

/// Tidied: invalid UTF-8 replaced, CR LF and CR to LF, other control characters left out.
std::string tidy_words(std::string_view text);

/// As tidy_words, on one line.
std::string tidy_line(std::string_view text);

/// At most so many bytes, never cut inside a letter.
std::string cut_to(std::string text, std::size_t most);

/// The words of an HTML text: a line for each block, entities read, script and style left out.
std::string words_of_html(std::string_view html);

/// The raw value of a head with its base64 words (RFC 2047) spelt in the other way, "Q".
/// GMime 3.2.13 of Debian 12 drops a word that follows on one with padding (its issue 133).
std::string mended_head(std::string_view raw);

/// a-z for A-Z; all else as it is.
std::string lower_ascii(std::string_view text);

}  // namespace kallad::post
