// A body in chunks (Transfer-Encoding: chunked), read as it comes in pieces of any size.
// Not lenient: no blanks around sizes, no bare line feeds. Extensions and trailers are read past
// and forgotten, so that nothing behind the body changes what the headers said. Rule kept (RFC
// 9112, 7.1): a size that two readers could take differently is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kallad::http {

class ChunkedBody {
 public:
  /// `most`: bytes of the body in all; `most_line`: of trailers in all, and of one size line.
  ChunkedBody(std::size_t most, std::size_t most_line) : most_(most), most_line_(most_line) {}

  /// Appends what the bytes hold to `body`; the answer is how many were read.
  std::size_t put(std::string_view bytes, std::string& body);

  bool complete() const { return at_ == At::end; }
  /// 400 or 413 where it was refused, otherwise 0.
  unsigned status() const { return status_; }

 private:
  enum class At {
    size,
    extension,
    size_end,
    data,
    data_return,
    data_end,
    trailer_start,
    trailer,
    trailer_end,
    last_end,
    end,
  };

  void put_one(char c);
  void put_size(char c);
  void put_text(char c, At line_end);
  void put_extension(char c);
  void expect(bool as_it_should_be, At next);
  void end_size_line(char c);
  void refuse(unsigned status) { status_ = status; }

  std::size_t most_;
  std::size_t most_line_;
  At at_ = At::size;
  unsigned status_ = 0;
  unsigned digits_ = 0;
  std::uint64_t size_ = 0;  // of the present chunk, what is left of it
  std::size_t total_ = 0;
  std::size_t line_ = 0;
  bool quoted_ = false;   // inside an extension's quoted value
  bool escaped_ = false;  // behind a backslash in it
};

}  // namespace kallad::http
