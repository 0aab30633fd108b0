// The other reader is a process of its own; the bytes go there in a file, as they are.
// Not a copy of what compose() does: it is told what was read, nothing else.
#include "tests/adapters/post/letters.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "tests/adapters/post/peers.hpp"

namespace kallad::post_test {

namespace {

const std::string kFolder = KALLAD_SOURCE_DIR "/tests/adapters/post/";

}  // namespace

post::Message full_letter() {
  post::Message letter;
  letter.from = {"Kallad, Vård & omsorg i Ängelholm", "kallad@kommun.example"};
  letter.reply_to = {{"", "svar+t0k3n@kommun.example"}};
  letter.to = {{"Öppenvården \"Södra\", Åstorp", "oppenvard@region.example"}};
  letter.cc = {{"", "funktion@region.example"}, {"Enhetschef", "chef@region.example"}};
  letter.subject = "Kallelse till möte, ärende 2026-0017 – svara senast måndag den 9 mars";
  letter.text =
      "Hej!\r\n\r\nNi är kallade. Svara här:\nhttps://kallad.example/s/abc=def\n.\n..\nSlut ";
  letter.html =
      "<!doctype html><html lang=\"sv\"><body><h1>Kallelse</h1><p>Ni är kallade.</p></body>";
  letter.calendar = {{"REQUEST",
                      "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Möte 2026-0017 (Åstorp)\r\n"
                      "END:VCALENDAR\r\n"}};
  letter.attachments = {
      {"kallelse åäö.pdf", "application/pdf", std::string{"%PDF-1.7\0\xFF\r\n", 12}}};
  letter.message_id = "2026-0017.3.1@kommun.example";
  letter.in_reply_to = "2026-0017.1.1@kommun.example";
  letter.references = {"2026-0017.1.1@kommun.example", "2026-0017.2.1@kommun.example"};
  letter.date = Instant{std::chrono::seconds{1'772'442'000}};
  letter.headers = {{"Auto-Submitted", "auto-generated"},
                    {"List-Unsubscribe", "<https://kallad.example/" + std::string(300, 'u') + ">"}};
  return letter;
}

nlohmann::json read_by_python(const std::string& bytes) {
  const auto file =
      std::filesystem::temp_directory_path() / ("kallad_post_" + std::to_string(getpid()) + ".eml");
  std::ofstream{file, std::ios::binary} << bytes;
  const auto told =
      output_of("/usr/bin/python3 " + kFolder + "read_by_python.py < " + file.string());
  return nlohmann::json::parse(told);
}

std::string mail_file(const std::string& name) {
  std::ifstream file{kFolder + "mails/" + name, std::ios::binary};
  if (!file) throw std::runtime_error("no mail " + name);
  std::string out;
  for (std::string line; std::getline(file, line);) out += line + "\r\n";
  return out;
}

}  // namespace kallad::post_test
