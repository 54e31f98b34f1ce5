// One file of a small valid bundle is changed: the first byte says which, the second how, two more
// where; the rest is put there. Loading gives a scenario whose texts can be read, or diagnostics.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <vector>

#include "../unit/small_bundle.h"
#include "huikuan/scenario.h"
#include "huikuan/text.h"

namespace {

huikuan::Bundle Change(const std::uint8_t* data, std::size_t size) {
  static const huikuan::Bundle good = huikuan::test::SmallBundle();
  huikuan::Bundle bundle = good;
  auto file = bundle.files.begin();
  std::advance(file, data[0] % bundle.files.size());
  std::string& text = file->second;
  const std::string bytes(reinterpret_cast<const char*>(data) + 4, size - 4);
  const std::size_t at = (data[2] | data[3] << 8U) % text.size();
  switch (data[1] % 3) {
    case 0:
      text = bytes;
      break;
    case 1:
      text.insert(at, bytes);
      break;
    default:
      text.replace(at, bytes.size(), bytes);
      break;
  }
  return bundle;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huikuan;
  if (size < 4) return 0;
  const Bundle bundle = Change(data, size);
  const LoadReport report = LoadScenario(bundle, "small");
  bool error = false;
  for (const Diagnostic& d : report.diagnostics) error |= d.severity == Severity::kError;
  if (error != (report.scenario == nullptr)) std::abort();  // null exactly when there is an error
  if ((data[1] & 0x80) != 0) (void)Lint(bundle);            // slower; half of the inputs do
  const Result<Language> language = Language::Load(bundle, "en");
  if (!language.ok()) return 0;
  for (const Diagnostic& d : report.diagnostics) (void)language->Explain(d);
  if (report.scenario == nullptr) return 0;
  const Phrasebook book(language.value(), report.scenario);
  Event event;
  event.person = event.other = event.act = event.document = event.item = 0;
  for (int kind = 0; kind <= static_cast<int>(EventKind::kCaseEnded); ++kind) {
    event.kind = static_cast<EventKind>(kind);
    (void)book.Sentence(event);
  }
  return 0;
}
