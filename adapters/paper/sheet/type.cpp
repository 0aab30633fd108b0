// Pango and fontconfig with fonts out of memory. fontconfig knows files only, so each font lies in
// a file without a name (memfd) for as long as the process uses it.
// Not shaping by hand: Pango knows scripts and directions. What no font has is shown as U+FFFD, so
// that it can be seen that something stood there.
#include "adapters/paper/sheet/type.hpp"

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>
#include <unistd.h>

#include <span>
#include <stdexcept>
#include <system_error>

#include "adapters/paper/model/plain.hpp"

// The linker's names for the fonts (CMakeLists.txt).
extern "C" {
extern const char _binary_SourceSans3_Regular_ttf_start[];
extern const char _binary_SourceSans3_Regular_ttf_end[];
extern const char _binary_SourceSans3_Semibold_ttf_start[];
extern const char _binary_SourceSans3_Semibold_ttf_end[];
extern const char _binary_DejaVuSans_ttf_start[];
extern const char _binary_DejaVuSans_ttf_end[];
}

namespace kallad::paper {

namespace {

/// A file that has no name but its number.
class NamelessFile {
 public:
  explicit NamelessFile(std::span<const char> bytes) : file_(memfd_create("font", MFD_CLOEXEC)) {
    while (file_ >= 0 && !bytes.empty()) {
      const auto written = write(file_, bytes.data(), bytes.size());
      if (written <= 0) break;
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    if (file_ < 0 || !bytes.empty()) {
      throw std::system_error(errno, std::generic_category(), "a font cannot be kept in memory");
    }
  }
  ~NamelessFile() { close(file_); }
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

/// The files of all fonts; they live as long as the process, for glyphs are read late.
const std::vector<std::string>& font_paths() {
  static const NamelessFile regular{
      {_binary_SourceSans3_Regular_ttf_start, _binary_SourceSans3_Regular_ttf_end}};
  static const NamelessFile strong{
      {_binary_SourceSans3_Semibold_ttf_start, _binary_SourceSans3_Semibold_ttf_end}};
  static const NamelessFile others{{_binary_DejaVuSans_ttf_start, _binary_DejaVuSans_ttf_end}};
  static const std::vector<std::string> paths = {regular.path(), strong.path(), others.path()};
  return paths;
}

struct ConfigEnd {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using Config = std::unique_ptr<FcConfig, ConfigEnd>;

Config own_config() {
  Config config{FcConfigCreate()};
  for (const std::string& path : font_paths()) {
    const auto* name = reinterpret_cast<const FcChar8*>(path.c_str());
    if (FcConfigAppFontAddFile(config.get(), name) == FcFalse) {
      throw std::runtime_error("a font of the program cannot be read");
    }
  }
  return config;
}

/// Every character that some font has.
FcCharSet* all_characters(FcConfig* config) {
  FcCharSet* all = FcCharSetCreate();
  const FcFontSet* fonts = FcConfigGetFonts(config, FcSetApplication);
  for (int each = 0; fonts != nullptr && each < fonts->nfont; ++each) {
    FcCharSet* some = nullptr;
    if (FcPatternGetCharSet(fonts->fonts[each], FC_CHARSET, 0, &some) == FcResultMatch) {
      FcBool changed = FcFalse;
      FcCharSetMerge(all, some, &changed);
    }
  }
  return all;
}

struct FaceEnd {
  void operator()(PangoFontDescription* face) const { pango_font_description_free(face); }
};
struct AttributesEnd {
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
struct OptionsEnd {
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
struct IteratorEnd {
  void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};

void set_face(PangoLayout* layout, Face face) {
  const std::unique_ptr<PangoFontDescription, FaceEnd> description{pango_font_description_new()};
  pango_font_description_set_family_static(description.get(), "Source Sans 3");
  pango_font_description_set_weight(description.get(),
                                    face.strong ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(description.get(), face.size * PANGO_SCALE);
  pango_layout_set_font_description(layout, description.get());
  // Without ligatures text that is copied out of the document is what was put in.
  const std::unique_ptr<PangoAttrList, AttributesEnd> attributes{pango_attr_list_new()};
  pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("liga=0, clig=0"));
  // A hyphen that is put into an address or a number would make it another one.
  pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(layout, attributes.get());
}

/// Gives the space at the end of a broken line its glyph back, which Pango takes away: without a
/// glyph the drawing library writes a nested stretch for it, which some readers stumble over, and
/// without the space words of two lines would be read as one.
void keep_last_space(PangoLayoutLine* line, const char* text) {
  for (GSList* each = line->runs; each != nullptr; each = each->next) {
    auto* run = static_cast<PangoGlyphItem*>(each->data);
    for (int at = 0; at < run->glyphs->num_glyphs; ++at) {
      const int byte = run->item->offset + run->glyphs->log_clusters[at];
      hb_codepoint_t space = 0;
      if (run->glyphs->glyphs[at].glyph == PANGO_GLYPH_EMPTY && text[byte] == ' ' &&
          hb_font_get_nominal_glyph(pango_font_get_hb_font(run->item->analysis.font), ' ',
                                    &space) != 0) {
        run->glyphs->glyphs[at].glyph = space;
      }
    }
  }
}

std::vector<Line> lines_of(PangoLayout* layout, double leading) {
  for (int at = 0; at < pango_layout_get_line_count(layout); ++at) {
    keep_last_space(pango_layout_get_line(layout, at), pango_layout_get_text(layout));
  }
  std::vector<Line> lines;
  const std::unique_ptr<PangoLayoutIter, IteratorEnd> at{pango_layout_get_iter(layout)};
  do {
    PangoRectangle area;
    pango_layout_iter_get_line_extents(at.get(), nullptr, &area);
    const double height = pango_units_to_double(area.height);
    const double above = height * (leading - 1) / 2;
    const double baseline =
        pango_units_to_double(pango_layout_iter_get_baseline(at.get()) - area.y);
    lines.push_back({pango_layout_iter_get_line_readonly(at.get()), baseline + above,
                     height * leading, pango_units_to_double(area.x)});
  } while (pango_layout_iter_next_line(at.get()) != FALSE);
  return lines;
}

}  // namespace

struct Type::Fonts {
  Config config = own_config();
  FcCharSet* characters = all_characters(config.get());
  Counted<PangoFontMap> map{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
  Counted<PangoContext> context;

  Fonts() {
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config.get());
    context.reset(pango_font_map_create_context(map.get()));
    pango_cairo_context_set_resolution(context.get(), 72);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    const std::unique_ptr<cairo_font_options_t, OptionsEnd> options{cairo_font_options_create()};
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
  }
  ~Fonts() { FcCharSetDestroy(characters); }
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  /// The text with U+FFFD for what no font has; joiners and variation selectors are never seen.
  std::string showable(const std::string& text) const {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t point = next_code_point(text, at);
      const bool unseen = (point >= 0x200B && point <= 0x200F) ||
                          (point >= 0xFE00 && point <= 0xFE0F) || point == U'\n' || point == 0xAD;
      const bool has = unseen || FcCharSetHasChar(characters, point) != FcFalse;
      append(out, has ? point : char32_t{0xFFFD});
    }
    return out;
  }
};

Type::Type() : fonts_(std::make_unique<Fonts>()) {}
Type::~Type() = default;

Lines Type::broken(const std::string& text, Face face, double width, double leading) const {
  Lines out;
  out.layout.reset(pango_layout_new(fonts_->context.get()));
  PangoLayout* layout = out.layout.get();
  set_face(layout, face);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout, pango_units_from_double(width));
  const std::string shown = fonts_->showable(plain(text));
  pango_layout_set_text(layout, shown.data(), static_cast<int>(shown.size()));
  out.lines = lines_of(layout, leading);
  return out;
}

}  // namespace kallad::paper
