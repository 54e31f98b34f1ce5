#include "cli.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "files.h"
#include "layout.h"
#include "platform.h"

namespace huikuan::cli {
namespace {

// What must be said when there are no language files to say it with.
struct BuiltIn {
  std::string_view key, en, zh;
};
constexpr BuiltIn kBuiltIn[] = {
    {"cli.about", "Huikuan: a flight simulator for collecting overdue B2B receivables.",
     "回款：企业应收账款催收的模拟训练。"},
    {"cli.root.missing",
     "No folder 'scenarios' with 'cases' in it, here or above, nor above the program. Say where it "
     "is with --scenarios DIR or the variable HUIKUAN_SCENARIOS.",
     "当前目录、上级目录和程序所在目录都找不到含有 cases 的 scenarios 文件夹。请用 --scenarios "
     "目录，或环境变量 HUIKUAN_SCENARIOS 指明。"},
    {"cli.root.bad",
     "{path} is not a folder of scenarios: it has no folder 'cases'. Check --scenarios and "
     "HUIKUAN_SCENARIOS.",
     "{path} 不是剧本目录：里面没有 cases 文件夹。请检查 --scenarios 和 HUIKUAN_SCENARIOS。"},
    {"cli.lang.unknown", "There is no language {tag}. There are: {tags}.",
     "没有语言 {tag}。可用的有：{tags}。"},
    {"cli.lang.broken",
     "The files of language {tag} cannot be read: {why}. Put them right, or choose another "
     "language with --lang.",
     "语言 {tag} 的文件读不了：{why}。请修正，或用 --lang 换一种语言。"},
    {"cli.lint.missing", "There is no file or folder {path}.", "没有 {path} 这个文件或文件夹。"},
    {"cli.lint.found", "errors: {errors}, warnings: {warnings}",
     "错误 {errors} 个，警告 {warnings} 个"},
};

std::string Fill(std::string text, const TextArgs& args) {
  for (const auto& [name, value] : args) {
    const std::string mark = "{" + name + "}";
    const std::size_t at = text.find(mark);
    if (at != std::string::npos) text.replace(at, mark.size(), value);
  }
  return text;
}

std::string Raw(const Error& error) {
  std::string text;
  if (!error.where.file.empty()) {
    text = fmt::format("{}:{}:{}: ", error.where.file, error.where.line, error.where.column);
  }
  text += error.code;
  for (const std::string& arg : error.args) text += " " + arg;
  return text;
}

// The first of what POSIX asks, so that messages come in the reader's language.
std::string HostLanguage() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = Environment(name);
    if (value.empty() || value == "C" || value == "POSIX" || value == "C.UTF-8") continue;
    return value.compare(0, 2, "zh") == 0 ? "zh" : "en";
  }
  return "en";
}

}  // namespace

Cli::Cli(const Flags& flags, std::string_view program) {
  tag_ = flags.lang.empty() ? HostLanguage() : flags.lang;
  FindRoot(flags, program);
  if (code_ == kSuccess) ChooseLanguage(flags);
}

void Cli::FindRoot(const Flags& flags, std::string_view program) {
  const std::string told =
      flags.scenarios.empty() ? Environment("HUIKUAN_SCENARIOS") : flags.scenarios;
  if (!told.empty()) {
    root_ = Absolute(told);
    if (!IsFolder(root_ + "/cases")) {
      code_ = kWrongUsage;
      trouble_ = T("cli.root.bad", {{"path", told}});
      return;
    }
  } else {
    root_ = ScenariosAbove(".");
    if (root_.empty()) root_ = ScenariosAbove(ProgramFolder(program));
    if (root_.empty()) {
      code_ = kFailed;
      trouble_ = T("cli.root.missing");
      return;
    }
  }
  bundle_ = ReadRoot(root_);
}

void Cli::ChooseLanguage(const Flags& flags) {
  const std::vector<std::string> tags = Language::Tags(bundle_);
  if (std::find(tags.begin(), tags.end(), tag_) == tags.end()) {
    const std::string missing = tag_;
    if (!flags.lang.empty() || tags.empty()) {
      code_ = kWrongUsage;
      trouble_ = T("cli.lang.unknown", {{"tag", missing}, {"tags", Joined(tags)}});
      return;
    }
    tag_ = tags.front();
  }
  Result<Language> language = Language::Load(bundle_, tag_);
  if (!language.ok()) {
    code_ = kFailed;
    trouble_ = T("cli.lang.broken", {{"tag", tag_}, {"why", Raw(language.error())}});
    return;
  }
  language_ = std::move(language).value();
}

int Cli::Ready() const { return code_ == kSuccess ? kSuccess : Fail(code_, trouble_); }

std::string Cli::T(std::string_view key, const TextArgs& args) const {
  if (language_) return language_->Ui(key, args);
  for (const BuiltIn& entry : kBuiltIn) {
    if (entry.key != key) continue;
    return Fill(std::string(tag_.compare(0, 2, "zh") == 0 ? entry.zh : entry.en), args);
  }
  return {};
}

std::string Cli::Explain(const Error& error) const {
  return language_ ? language_->Explain(error) : Raw(error);
}

std::string Cli::Explain(const Diagnostic& diagnostic) const {
  return language_ ? language_->Explain(diagnostic) : Raw(diagnostic.error);
}

int Cli::Fail(int code, const std::string& message) const {
  std::fflush(stdout);
  fmt::print(stderr, "huikuan: {}\n", message);
  return code;
}

}  // namespace huikuan::cli
