// Assets by name, each with its compressed form where that is smaller.
// Not a file server: what is not in the table does not exist.
#include "adapters/web/look/look.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <map>

#include "adapters/api/way/call.hpp"
#include "adapters/desk/digest/digest.hpp"
#include "adapters/web/look/embedded.hpp"

namespace kallad::web {

namespace {

struct Asset {
  std::string_view type;
  std::string plain;
  std::string compressed;  ///< gzip; empty where it would not be smaller
};

std::string_view type_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> types{
      {{".css", "text/css; charset=utf-8"},
       {".js", "text/javascript; charset=utf-8"},
       {".svg", "image/svg+xml"},
       {".woff2", "font/woff2"}}};
  for (const auto& [ending, type] : types) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

std::string gzip(const std::string& plain) {
  constexpr int with_gzip_head = 15 + 16;
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, with_gzip_head, 9,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return {};
  }
  std::string out(deflateBound(&stream, plain.size()), '\0');
  std::string in = plain;  // zlib's input is not const
  // NOLINTBEGIN(*-reinterpret-cast): zlib's own way
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  // NOLINTEND(*-reinterpret-cast)
  stream.avail_in = static_cast<uInt>(in.size());
  stream.avail_out = static_cast<uInt>(out.size());
  const int done = deflate(&stream, Z_FINISH);
  out.resize(done == Z_STREAM_END ? stream.total_out : 0);
  deflateEnd(&stream);
  return out.size() < plain.size() ? out : std::string{};
}

using Assets = std::map<std::string, Asset, std::less<>>;

/// Both stylesheets are one file: a page asks once.
std::string served_name(std::string_view file) {
  return std::string{file.ends_with(".css") ? "style.css" : file};
}

Assets read_assets() {
  Assets all;
  for (const EmbeddedFile& file : asset_files()) {
    Asset& asset = all[served_name(file.name)];
    asset.type = type_of(file.name);
    asset.plain += file.content;
  }
  for (auto& [name, asset] : all) {
    if (asset.type != "font/woff2") asset.compressed = gzip(asset.plain);
  }
  return all;
}

const Assets& assets() {
  static const Assets all = read_assets();
  return all;
}

const std::string& hash() {
  static const std::string of_all = [] {
    std::string text;
    for (const auto& [name, asset] : assets()) text += name + '\n' + asset.plain;
    return hex(content_digest("look", text)).substr(0, 16);
  }();
  return of_all;
}

bool takes_gzip(const HttpRequest& request) {
  const std::string* accepted = request.header("accept-encoding");
  return accepted != nullptr && accepted->find("gzip") != std::string::npos;
}

HttpResponse asset_answer(const api::Call& call) {
  const auto found = assets().find(call.values.at(1));
  if (call.values.at(0) != hash() || found == assets().end()) {
    return api::problem(404, "path_unknown");
  }
  const Asset& asset = found->second;
  HttpResponse response;
  response.headers = {{"content-type", std::string{asset.type}},
                      {"cache-control", "public, max-age=31536000, immutable"},
                      {"vary", "accept-encoding"}};
  const bool small = !asset.compressed.empty() && takes_gzip(call.request);
  if (small) response.headers.emplace_back("content-encoding", "gzip");
  response.body = small ? asset.compressed : asset.plain;
  return response;
}

}  // namespace

std::string look_path(std::string_view name) { return "/look/" + hash() + "/" + std::string{name}; }

std::vector<api::Route> look_routes() {
  return {{.method = "GET",
           .pattern = "/look/{hash}/{name}",
           .id = "page_look",
           .about = "utseendet",
           .entry = api::Entry::anyone,
           .handle = [](const api::Call& call) { call.answer(asset_answer(call)); },
           .is_page = true}};
}

}  // namespace kallad::web
