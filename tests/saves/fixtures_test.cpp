// Saves of every age: each fixture either plays back to the hash it was recorded with, or, when the
// rules have moved on since, is refused by that name. Fixtures are never edited.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "huikuan/session.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

TEST(SaveFixtures, PlayBackOrAreRefusedByName) {
  namespace fs = std::filesystem;
  const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "first-invoice").scenario;
  ASSERT_NE(scenario, nullptr);
  int seen = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(HUIKUAN_SOURCE_DIR) / "tests" / "saves")) {
    if (entry.path().extension() != ".save") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const Result<Session> session = Session::Resume(scenario, text);
    if (session.ok()) {
      EXPECT_EQ(session->Save() + "\n", text) << entry.path();
    } else {
      EXPECT_EQ(session.error().code, "save.rules") << entry.path();
    }
    ++seen;
  }
  EXPECT_GE(seen, 1);
}

}  // namespace
}  // namespace huikuan
