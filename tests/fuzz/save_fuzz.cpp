// Any bytes as a save: refused or resumed, never a crash. The checksum is made right for half of
// them, so that the packed commands themselves are reached.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "content/scenario.h"
#include "core/hash.h"
#include "huikuan/session.h"
#include "save/bits.h"
#include "unit/test_bundle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huikuan;
  static const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "first-invoice").scenario;
  const std::string raw(reinterpret_cast<const char*>(data), size);
  (void)Session::Resume(scenario, raw);
  // The envelope as the fuzzer would have to guess it, then its bytes as commands.
  save::BitWriter out;
  out.Put(1, 8);
  out.Put(static_cast<std::uint32_t>(HashText(1, scenario->id)), 32);
  out.Put(scenario->rules_hash, 64);
  out.Put(5, 64);
  for (std::size_t i = 0; i < size; ++i) out.Put(data[i], 8);
  std::vector<std::uint8_t> bytes = out.bytes();
  const auto sum = static_cast<std::uint32_t>(HashBytes(2, bytes.data(), bytes.size()));
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<std::uint8_t>(sum >> (8 * i)));
  (void)Session::Resume(scenario, save::Base64Url(bytes));
  return 0;
}
