// The words of the page, its JSON, and its small records.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "huikuan/text.h"
#include "model/lines.h"
#include "model/node.h"
#include "model/ui_state.h"
#include "unit/test_bundle.h"

namespace huikuan::web {
namespace {

std::set<std::string> KeysOf(std::string_view tag) {
  const Result<Language> language = Language::Load(test::RealBundle(), tag);
  EXPECT_TRUE(language.ok());
  const std::vector<std::string> keys = language.value().Keys();
  return {keys.begin(), keys.end()};
}

// Every "web.…" key named in the sources; one that ends in a dot is the beginning of several.
std::set<std::string> KeysInSources() {
  std::set<std::string> keys;
  const std::regex pattern("\"(web\\.[a-z_.0-9]*)\"");
  for (const char* folder : {"web/model", "web/app"}) {
    const auto root = std::filesystem::path(HUIKUAN_SOURCE_DIR) / folder;
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
      if (entry.path().extension() != ".cpp") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string text((std::istreambuf_iterator<char>(in)),
                             std::istreambuf_iterator<char>());
      for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
        keys.insert((*it)[1]);
      }
    }
  }
  return keys;
}

TEST(WebWords, EveryKeyIsThereInBothLanguages) {
  const std::set<std::string> used = KeysInSources();
  EXPECT_GT(used.size(), 100U);
  for (const char* tag : {"zh", "en"}) {
    const std::set<std::string> keys = KeysOf(tag);
    for (const std::string& key : used) {
      const auto it = keys.lower_bound(key);
      const bool found = key.back() == '.'
                             ? it != keys.end() && it->compare(0, key.size(), key) == 0
                             : keys.count(key) != 0;
      EXPECT_TRUE(found) << tag << " lacks " << key;
    }
  }
}

TEST(WebWords, BothLanguagesHaveTheSameKeysAndPlaceholders) {
  const std::set<std::string> zh = KeysOf("zh");
  EXPECT_EQ(zh, KeysOf("en"));
  const Language chinese = Language::Load(test::RealBundle(), "zh").value();
  const Language english = Language::Load(test::RealBundle(), "en").value();
  const std::regex pattern("\\{[a-z_0-9]+\\}");
  for (const std::string& key : zh) {
    if (key.compare(0, 4, "web.") != 0) continue;
    std::set<std::string> names[2];
    int i = 0;
    for (const Language* language : {&chinese, &english}) {
      const std::string text = language->Ui(key);
      for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
        names[i].insert(it->str());
      }
      ++i;
    }
    EXPECT_EQ(names[0], names[1]) << key;
  }
}

TEST(WebNodes, JsonEscapesAndLeavesDefaultsOut) {
  Node node;
  node.key = "a\"b";
  node.label = "line\nnext\\ \x01 付款";
  node.enabled = false;
  node.data = {1, -2};
  Node child;
  child.key = "c";
  child.kind = Kind::kButton;
  child.role = Role::kPrimary;
  child.tone = Shade::kBad;
  node.Add(child);
  EXPECT_EQ(NodeJson(node),
            "{\"k\":\"a\\\"b\",\"t\":\"text\",\"l\":\"line\\nnext\\\\ \\u0001 付款\",\"x\":1,"
            "\"d\":[1,-2],\"c\":[{\"k\":\"c\",\"t\":\"button\",\"r\":\"primary\",\"s\":\"bad\"}]}");
}

TEST(WebNodes, HashSeesEveryPart) {
  Node base;
  base.key = "a";
  std::set<std::uint64_t> hashes = {HashNode(base)};
  const auto differs = [&](auto change) {
    Node node = base;
    change(node);
    EXPECT_TRUE(hashes.insert(HashNode(node)).second);
  };
  differs([](Node& n) { n.key = "b"; });
  differs([](Node& n) { n.kind = Kind::kButton; });
  differs([](Node& n) { n.role = Role::kNote; });
  differs([](Node& n) { n.tone = Shade::kGood; });
  differs([](Node& n) { n.enabled = false; });
  differs([](Node& n) { n.selected = true; });
  differs([](Node& n) { n.label = "x"; });
  differs([](Node& n) { n.value = "x"; });
  differs([](Node& n) { n.hint = "x"; });
  differs([](Node& n) { n.action = "x"; });
  differs([](Node& n) { n.level = 1; });
  differs([](Node& n) { n.data = {0}; });
  differs([](Node& n) { n.children.emplace_back(); });
}

TEST(WebNodes, EveryRoleHasItsOwnName) {
  std::set<std::string_view> names;
  for (int i = 0; i < kRoles; ++i) {
    EXPECT_TRUE(names.insert(RoleName(static_cast<Role>(i))).second) << i;
  }
}

TEST(WebRecords, PageStateSurvivesPacking) {
  UiState ui;
  ui.language = "en";
  ui.theme = "dark";
  ui.zoom = 125;
  ui.reading = true;
  ui.tab = "letter";
  ui.dialog = "";
  ui.person = 3;
  ui.drafts["letter.words"] = "敬启者\n\t\\ 付款\\n";
  UiState back;
  UnpackUi(PackUi(ui), back);
  EXPECT_EQ(PackUi(back), PackUi(ui));
  EXPECT_EQ(back.drafts, ui.drafts);
  EXPECT_EQ(back.document, kNone);
  UnpackUi("garbage\n\t\nzoom\t99999\nperson\t-4\nunknown\tx\n\\", back);
  EXPECT_EQ(back.zoom, 200);
}

TEST(WebRecords, AmountsAsPeopleWriteThem) {
  EXPECT_EQ(ParseMoney("384000"), 38'400'000);
  EXPECT_EQ(ParseMoney("¥384,000.50"), 38'400'050);
  EXPECT_EQ(ParseMoney("38.4万"), 38'400'000);
  EXPECT_EQ(ParseMoney("20万元"), 20'000'000);
  EXPECT_EQ(ParseMoney("￥1，000"), 100'000);
  EXPECT_EQ(ParseMoney("0.05"), 5);
  EXPECT_EQ(ParseMoney(""), -1);
  EXPECT_EQ(ParseMoney("soon"), -1);
  EXPECT_EQ(ParseMoney("12-3"), -1);
  EXPECT_EQ(ParseMoney("99999999999999999999999999"), -1);
}

}  // namespace
}  // namespace huikuan::web
