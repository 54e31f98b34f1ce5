// The JSON reader: positions, limits and hostile bytes.
#include <gtest/gtest.h>

#include "content/json.h"

namespace huikuan::content {
namespace {

std::string CodeOf(const std::string& bytes) {
  const Result<JsonValue> parsed = ParseJson(bytes, "f.json");
  return parsed.ok() ? "ok" : parsed.error().code;
}

TEST(ContentJson, KeepsOrderTextAndPositions) {
  const auto parsed = ParseJson(
      "// a comment\n{\n  \"b\": [1.50, true, null],\n  \"a\\n\": \"x\\\"y\", /* c */ \"é\": "
      "{}\n}\n",
      "f.json");
  ASSERT_TRUE(parsed.ok()) << parsed.error().code;
  const JsonValue& root = parsed.value();
  EXPECT_EQ(root.line, 2);
  EXPECT_EQ(root.column, 1);
  ASSERT_EQ(root.keys.size(), 3U);
  EXPECT_EQ(root.keys[0].name, "b");
  EXPECT_EQ(root.keys[0].line, 3);
  EXPECT_EQ(root.keys[0].column, 3);
  const JsonValue& list = root.items[0];
  EXPECT_EQ(list.column, 8);
  EXPECT_EQ(list.items[0].text, "1.50");
  EXPECT_EQ(list.items[0].column, 9);
  EXPECT_EQ(list.items[1].column, 15);
  EXPECT_TRUE(list.items[1].boolean);
  EXPECT_EQ(list.items[2].column, 21);
  EXPECT_EQ(root.keys[1].name, "a\n");
  EXPECT_EQ(root.keys[1].column, 3);
  EXPECT_EQ(root.items[1].text, "x\"y");
  EXPECT_EQ(root.items[1].column, 10);
  EXPECT_EQ(root.keys[2].column, 26);
  EXPECT_EQ(root.Find("é"), &root.items[2]);
  EXPECT_EQ(root.Find("none"), nullptr);
}

TEST(ContentJson, StringStartsAreFoundBehindEscapes) {
  const auto parsed = ParseJson(R"(["\\", "\"", "", "\\\"\\"])", "f.json");
  ASSERT_TRUE(parsed.ok());
  const int columns[] = {2, 8, 14, 18};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(parsed->items[i].column, columns[i]) << i;
}

TEST(ContentJson, SyntaxErrorsHaveAPlace) {
  const auto parsed = ParseJson("{\"a\": 1,\n \"b\" 2}", "f.json");
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.error().code, "json.syntax");
  EXPECT_EQ(parsed.error().where.file, "f.json");
  EXPECT_EQ(parsed.error().where.line, 2);
  EXPECT_EQ(parsed.error().where.column, 6);
}

TEST(ContentJson, RefusesWhatIsNotJson) {
  for (const char* text : {"", "   ", "{", "[1,]", "{\"a\":1,}", "nul", "{'a':1}", "1 2", "+1",
                           "01", "\"\\ud800\"", "NaN", "[1e]", "// only a comment"}) {
    EXPECT_EQ(CodeOf(text), "json.syntax") << text;
  }
}

TEST(ContentJson, DuplicateKeysAreErrors) {
  const auto parsed = ParseJson("{\"a\": 1,\n  \"a\": 2}", "f.json");
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.error().code, "json.duplicate_key");
  EXPECT_EQ(parsed.error().args, std::vector<std::string>{"a"});
  EXPECT_EQ(parsed.error().where.line, 2);
  EXPECT_EQ(parsed.error().where.column, 3);
  EXPECT_EQ(CodeOf("{\"a\": 1, \"\\u0061\": 2}"), "json.duplicate_key");
}

TEST(ContentJson, DepthAndSizeAreLimited) {
  const auto nested = [](int n) { return std::string(n, '[') + std::string(n, ']'); };
  EXPECT_EQ(CodeOf(nested(kMaxJsonDepth)), "ok");
  EXPECT_EQ(CodeOf(nested(kMaxJsonDepth + 1)), "json.too_deep");
  EXPECT_EQ(CodeOf(std::string(1'000'000, '[')), "json.too_deep");
  EXPECT_EQ(CodeOf(std::string(kMaxJsonBytes + 1, ' ')), "json.too_large");
  std::string many = "[0";
  for (std::size_t i = 0; i < kMaxJsonNodes; ++i) many += ",0";
  EXPECT_EQ(CodeOf(many + "]"), "json.too_many_values");
}

TEST(ContentJson, HugeNumbersStayText) {
  const auto parsed =
      ParseJson("[-0.00000000000000000000001, 123456789012345678901234567890]", "f.json");
  ASSERT_TRUE(parsed.ok()) << parsed.error().code;
  EXPECT_EQ(parsed->items[1].text, "123456789012345678901234567890");
  EXPECT_EQ(CodeOf("[1e999]"), "json.syntax");  // RapidJSON: beyond a double
}

TEST(ContentJson, BadBytesAreRefusedWithPlace) {
  EXPECT_EQ(CodeOf("\"\xff\""), "json.bad_utf8");
  EXPECT_EQ(CodeOf("\"\xc0\x80\""), "json.bad_utf8");      // overlong NUL
  EXPECT_EQ(CodeOf("\"\xed\xa0\x80\""), "json.bad_utf8");  // a surrogate
  EXPECT_EQ(CodeOf("// \xfe\n{}"), "json.bad_utf8");       // in a comment too
  EXPECT_EQ(CodeOf(std::string("{}\0{", 4)), "json.control_character");
  EXPECT_EQ(CodeOf("\"\x01\""), "json.control_character");
  const auto parsed = ParseJson("{\n \"a\": \"\xff\"}", "f.json");
  EXPECT_EQ(parsed.error().where.line, 2);
  EXPECT_EQ(parsed.error().where.column, 8);
  EXPECT_EQ(CodeOf("\xef\xbb\xbf{}"), "ok");  // a byte order mark
}

}  // namespace
}  // namespace huikuan::content
