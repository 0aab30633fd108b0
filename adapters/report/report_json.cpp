// The shapes are made here, once; writing and reading are the codec's.
// Not a form of its own: fields stand as the structs describe them.
#include "adapters/report/report_json.hpp"

#include "adapters/codec/describe.hpp"
#include "adapters/codec/typed.hpp"
#include "adapters/desk/digest/digest.hpp"

namespace kallad::codec {

template <>
const Shape& shape_of<report::YearlyReport>() {
  return shape<report::YearlyReport>;
}
template <>
const Shape& shape_of<report::PublishedYear>() {
  return shape<report::PublishedYear>;
}
template <>
const Shape& shape_of<report::KeyFigures>() {
  return shape<report::KeyFigures>;
}
template <>
const Shape& shape_of<report::PublishedFigures>() {
  return shape<report::PublishedFigures>;
}
template <>
const Shape& shape_of<report::CouncilWords>() {
  return shape<report::CouncilWords>;
}

}  // namespace kallad::codec

namespace kallad::report {

namespace {

template <class Report>
std::string digest(const Report& report) {
  const std::string text = codec::write_compact(report);
  Hasher hasher;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  hasher.add(std::span{bytes, text.size()});
  return hex(hasher.finish());
}

/// Takes the report out of a publication whose digest is right.
template <class Published, class Report>
Read<Report> unpacked(std::string_view json, Report Published::*part) {
  auto read = codec::read_text<Published>(json);
  if (!read) return read.errors();
  if (read.value().digest != digest(read.value().*part)) {
    return CodecErrors{{"/digest", "wrong_digest", {}}};
  }
  return std::move(read.value().*part);
}

}  // namespace

std::string digest_of(const YearlyReport& report) { return digest(report); }
std::string digest_of(const KeyFigures& figures) { return digest(figures); }

std::string to_json(const YearlyReport& report) {
  return codec::write_compact(PublishedYear{digest(report), report}) + "\n";
}

std::string to_json(const KeyFigures& figures) {
  return codec::write_compact(PublishedFigures{digest(figures), figures}) + "\n";
}

Read<YearlyReport> read_year(std::string_view json) {
  return unpacked(json, &PublishedYear::report);
}

Read<KeyFigures> read_figures(std::string_view json) {
  return unpacked(json, &PublishedFigures::figures);
}

Read<YearlyReport> read_history(std::string_view json) {
  auto read = codec::read_text<YearlyReport>(json);
  if (read && !read.value().head.historical) {
    return CodecErrors{{"/head/historical", "not_historical", {}}};
  }
  return read;
}

Read<CouncilWords> read_words(std::string_view json) {
  return codec::read_text<CouncilWords>(json);
}

}  // namespace kallad::report
