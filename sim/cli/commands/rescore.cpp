// huikuan rescore: many saves as one table, outcome and process computed anew.
#include <fmt/format.h>

#include <set>

#include "commands/commands.h"
#include "files.h"
#include "huikuan/review.h"
#include "json_text.h"
#include "open_save.h"
#include "progress.h"

namespace huikuan::cli {
namespace {

// One field of a comma-separated table (RFC 4180); a spreadsheet must not take it for a formula.
std::string Field(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos &&
      text.find_first_not_of("+-.0123456789") != std::string::npos) {
    text.insert(text.begin(), '\'');
  }
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char ch : text) {
    if (ch == '"') out += '"';
    out += ch;
  }
  return out + "\"";
}

class Rescore : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_option("SAVE", files_, cli.T("cli.rescore.saves"))->required()->type_name("");
    app.add_flag("--decisions", decisions_, cli.T("cli.rescore.decisions"));
  }

  int Run(const Cli& cli) override {
    const LoadedCases cases = LoadAllCases(cli);
    if (cases.code != kSuccess) return cases.code;
    Progress progress(cli.T("cli.rescore.progress"), static_cast<int>(files_.size()));
    int done = 0, failed = 0;
    for (const std::string& file : files_) {
      const OpenedSave opened = OpenSave(cli, file, cases);
      if (opened.session) {
        Add(file, *opened.session);
      } else {
        ++failed;
      }
      progress.Done(++done);
    }
    progress.Clear();
    Print(cli);
    return failed == 0 ? kSuccess : kFailed;
  }

 private:
  struct Line {
    std::vector<std::string> head;                // file to breaches
    std::map<std::string, std::string> measured;  // indicator to mean over customers
    std::vector<std::string> tail;                // decision quality
  };

  void Add(const std::string& file, const Session& session) {
    Line line;
    line.head = {BaseName(file), std::string(CaseId(*session.scenario())),
                 std::to_string(session.seed()), session.Ended() ? "1" : "0"};
    const Result<Debrief> debrief = session.MakeDebrief();
    if (!debrief.ok()) {
      line.head.insert(line.head.end(), {"", "", "", ""});
      lines_.push_back(std::move(line));
      return;
    }
    line.head.push_back(Decimal(static_cast<double>(debrief->parts.capped) / kOne));
    line.head.push_back(Yuan(debrief->received));
    line.head.push_back(Yuan(debrief->outstanding));
    line.head.push_back(std::to_string(debrief->breaches));
    std::map<std::string, std::pair<double, int>> sums;
    for (const CustomerDebrief& customer : debrief->customers) {
      for (const Indicator& indicator : customer.indicators) {
        if (!indicator.observed) continue;
        auto& [sum, n] = sums[indicator.key];
        sum += static_cast<double>(indicator.score) / kOne;
        ++n;
      }
    }
    for (const auto& [key, sum] : sums) line.measured[key] = Decimal(sum.first / sum.second);
    if (decisions_) Judge(session, line);
    lines_.push_back(std::move(line));
  }

  static std::string Yuan(Cents amount) {
    return fmt::format("{}.{:02}", amount / 100, amount % 100);
  }

  static void Judge(const Session& session, Line& line) {
    Reviewer reviewer = Reviewer::Of(session);
    while (reviewer.Step()) continue;
    const Review& review = reviewer.review();
    const ReviewSummary summary = SummaryOf(review);
    line.tail.push_back(Decimal(summary.mean_loss));
    for (const int count : summary.counts) line.tail.push_back(std::to_string(count));
    line.tail.push_back(Decimal(review.luck.base));
    line.tail.push_back(Decimal(review.luck.skill));
    line.tail.push_back(Decimal(review.luck.luck));
  }

  // With a byte-order mark, by which spreadsheets know UTF-8.
  void Print(const Cli& cli) const {
    std::set<std::string> keys;
    for (const Line& line : lines_) {
      for (const auto& [key, value] : line.measured) keys.insert(key);
    }
    std::vector<std::string> head;
    for (const char* name : {"file", "case", "seed", "ended", "value", "received", "outstanding",
                             "breaches"}) {
      head.push_back(cli.T(std::string("cli.rescore.column.") + name));
    }
    for (const std::string& key : keys) head.push_back(cli.T("indicator." + key));
    if (decisions_) {
      head.push_back(cli.T("cli.rescore.column.mean_loss"));
      for (int v = 0; v < kVerdicts; ++v) {
        head.push_back(
            cli.T(std::string("review.verdict.") + VerdictName(static_cast<Verdict>(v))));
      }
      for (const char* name : {"base", "skill", "luck"}) {
        head.push_back(cli.T(std::string("report.") + name));
      }
    }
    fmt::print("\xef\xbb\xbf{}", Joined(head));
    for (const Line& line : lines_) {
      std::vector<std::string> cells = line.head;
      for (const std::string& key : keys) {
        const auto found = line.measured.find(key);
        cells.push_back(found == line.measured.end() ? "" : found->second);
      }
      cells.insert(cells.end(), line.tail.begin(), line.tail.end());
      fmt::print("{}", Joined(cells));
    }
  }

  static std::string Joined(const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& cell : cells) {
      if (!out.empty()) out += ',';
      out += Field(cell);
    }
    return out + "\r\n";
  }

  std::vector<std::string> files_;
  bool decisions_ = false;
  std::vector<Line> lines_;
};

}  // namespace

std::unique_ptr<Subcommand> MakeRescore() { return std::make_unique<Rescore>(); }

}  // namespace huikuan::cli
