// huikuan recognise: what a sentence is understood as, and how well sentences kept out of training
// are understood.
#include "huikuan/recognise.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "commands/commands.h"
#include "files.h"
#include "json_text.h"
#include "layout.h"

namespace huikuan::cli {
namespace {

constexpr Date kSomeMonday = 20528;  // 2026-03-16: a day for sentences that name none

std::vector<std::string> Split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, mark);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

// "amount=125000", "date=2026-03-20", "percent=30", "document=invoice": as evaluation files say it.
std::string InFile(const HeardSlot& slot) {
  switch (slot.kind) {
    case HeardSlot::Kind::kAmount:
      return slot.amount % 100 == 0
                 ? fmt::format("amount={}", slot.amount / 100)
                 : fmt::format("amount={}.{:02}", slot.amount / 100, slot.amount % 100);
    case HeardSlot::Kind::kDate:
      return "date=" + FormatIso(slot.date);
    case HeardSlot::Kind::kShare:
      return fmt::format("percent={}", (slot.basis_points + 50) / 100);
    case HeardSlot::Kind::kPaper:
      return "document=" + std::string(PaperKindName(slot.paper));
  }
  return {};
}

// A row of an evaluation file: the words, what they mean, and what they name.
struct Sentence {
  std::string words;
  std::vector<std::string> meant, named;
};
struct Sentences {
  Date today = kSomeMonday;
  std::vector<Sentence> rows;
};

Sentences Read(const std::string& text) {
  Sentences out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.starts_with("# today=")) {
      const Result<Date> today = ParseDate(line.substr(8));
      if (today.ok()) out.today = today.value();
    }
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> cells = Split(line, '\t');
    if (cells.size() < 2) continue;
    out.rows.push_back({cells[0], Split(cells[1], ','),
                        cells.size() > 2 ? Split(cells[2], ';') : std::vector<std::string>{}});
  }
  return out;
}

struct Tally {
  int all = 0, right = 0;
  double share() const { return all == 0 ? 1 : static_cast<double>(right) / all; }
  void Count(bool good) {
    ++all;
    if (good) ++right;
  }
};

struct Evaluation {
  Tally top1, top3, slots;
  std::map<std::string, Tally> recall;  // by act
  std::map<std::pair<std::string, std::string>, int> confused;
  std::vector<std::string> wrong;  // in words

  void Add(const Sentence& row, const Heard& heard) {
    std::vector<std::string> understood, likely, named;
    for (const HeardAct& act : heard.acts) {
      understood.push_back(act.act);
      for (const HeardSlot& slot : act.slots) named.push_back(InFile(slot));
    }
    for (const HeardAct& act : heard.others) likely.push_back(act.act);
    if (understood.empty() && !likely.empty()) understood.push_back(likely[0]);  // the best guess
    const bool first = understood == row.meant;
    top1.Count(first);
    const auto among = [&](const std::string& act) {
      return std::find(likely.begin(), likely.end(), act) != likely.end() ||
             std::find(understood.begin(), understood.end(), act) != understood.end();
    };
    top3.Count(std::all_of(row.meant.begin(), row.meant.end(), among));
    if (row.meant.size() == 1) {
      recall[row.meant[0]].Count(first);
      if (!first) ++confused[{row.meant[0], understood.empty() ? "-" : Joined(understood)}];
    }
    for (const std::string& slot : row.named) {
      slots.Count(std::find(named.begin(), named.end(), slot) != named.end());
    }
    if (!first) wrong.push_back(row.words + "\t" + Joined(row.meant) + "\t" + Joined(understood));
  }
};

class Recognise : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_option("TEXT", words_, cli.T("cli.recognise.text"))->type_name("");
    app.add_option("--eval", eval_, cli.T("cli.recognise.eval"))->type_name(cli.T("cli.help.file"));
    app.add_option("--misconduct", misconduct_, cli.T("cli.recognise.misconduct"))
        ->type_name(cli.T("cli.help.file"));
    app.add_option("--pack", pack_, cli.T("cli.recognise.pack"))->type_name(cli.T("cli.help.file"));
    app.add_option("--today", today_, cli.T("cli.recognise.today"))->type_name("YYYY-MM-DD");
    app.add_flag("--wrong", wrong_, cli.T("cli.recognise.wrong"));
    app.add_flag("--json", json_, cli.T("cli.help.json"));
  }

  int Run(const Cli& cli) override {
    const int asked = (words_.empty() ? 0 : 1) + (eval_.empty() ? 0 : 1) +
                      (misconduct_.empty() ? 0 : 1) + (pack_.empty() ? 0 : 1);
    if (asked != 1) return cli.Fail(kWrongUsage, cli.T("cli.recognise.one"));
    Date today = kSomeMonday;
    if (!today_.empty()) {
      const Result<Date> day = ParseDate(today_);
      if (!day.ok()) return cli.Fail(kWrongUsage, day.error());
      today = day.value();
    }
    const Result<Recogniser> recogniser = Recogniser::Learn(cli.bundle());
    if (!recogniser.ok()) return cli.Fail(kFailed, recogniser.error());
    if (!pack_.empty()) {
      if (ReplaceFile(pack_, recogniser.value().Pack())) return kSuccess;
      return cli.Fail(kFailed, cli.T("cli.file.unwritable", {{"path", pack_}}));
    }
    if (!words_.empty()) return Tell(cli, recogniser.value().Hear(words_, today));
    const std::string& file = eval_.empty() ? misconduct_ : eval_;
    const auto text = ReadWholeFile(file);
    if (!text) return cli.Fail(kWrongUsage, cli.T("cli.file.unreadable", {{"path", file}}));
    const Sentences rows = Read(*text);
    if (rows.rows.empty()) return cli.Fail(kFailed, cli.T("cli.recognise.empty", {{"path", file}}));
    return eval_.empty() ? Misconducts(cli, recogniser.value(), rows)
                         : Evaluate(cli, recogniser.value(), rows);
  }

 private:
  int Tell(const Cli& cli, const Heard& heard) const {
    if (heard.acts.empty()) fmt::print("{}\n", cli.T("cli.recognise.lost"));
    for (const HeardAct& act : heard.acts) {
      fmt::print("{}\n", cli.T("cli.recognise.understood",
                               {{"act", act.act},
                                {"sure", cli.language().Percent(act.probability)},
                                {"because", Joined(act.because)}}));
      for (const HeardSlot& slot : act.slots) fmt::print("    {}\n", InFile(slot));
    }
    if (heard.sure != Sureness::kSure) {
      std::vector<std::string> others;
      for (const HeardAct& act : heard.others) others.push_back(act.act);
      fmt::print("{}\n", cli.T("cli.recognise.perhaps", {{"acts", Joined(others)}}));
    }
    for (const HeardMisconduct& wrong : heard.misconduct) {
      fmt::print("{}\n", cli.T("cli.recognise.stands",
                               {{"what", std::string(MisconductName(wrong.kind))},
                                {"words", words_.substr(wrong.from, wrong.to - wrong.from)}}));
    }
    return kSuccess;
  }

  int Evaluate(const Cli& cli, const Recogniser& recogniser, const Sentences& rows) const {
    Evaluation result;
    for (const Sentence& row : rows.rows) result.Add(row, recogniser.Hear(row.words, rows.today));
    std::vector<std::pair<double, std::string>> worst;
    for (const auto& [act, tally] : result.recall) worst.push_back({tally.share(), act});
    std::sort(worst.begin(), worst.end());
    if (json_) {
      std::vector<std::string> acts;
      for (const auto& [recall, act] : worst) {
        acts.push_back(JsonObject().Text("act", act).Number("recall", recall).Done());
      }
      JsonObject object;
      object.Integer("n", result.top1.all).Number("top1", result.top1.share());
      object.Number("top3", result.top3.share()).Number("slots", result.slots.share());
      fmt::print("{}\n", object.Raw("worst", JsonArray(acts)).Done());
      return kSuccess;
    }
    fmt::print("{}\n", cli.T("cli.recognise.result",
                             {{"n", std::to_string(result.top1.all)},
                              {"top1", fmt::format("{:.1f}", 100 * result.top1.share())},
                              {"top3", fmt::format("{:.1f}", 100 * result.top3.share())},
                              {"slots", fmt::format("{:.1f}", 100 * result.slots.share())}}));
    for (std::size_t i = 0; i < worst.size() && worst[i].first < 0.8; ++i) {
      fmt::print("  {}{:>5.0f} %\n", PadRight(worst[i].second, 28), 100 * worst[i].first);
    }
    std::vector<std::pair<int, std::string>> pairs;
    for (const auto& [pair, n] : result.confused) {
      pairs.push_back({-n, pair.first + " -> " + pair.second});
    }
    std::sort(pairs.begin(), pairs.end());
    fmt::print("{}\n", cli.T("cli.recognise.confused"));
    for (const auto& [n, pair] : pairs) fmt::print("  {:>3}  {}\n", -n, pair);
    if (wrong_) {
      for (const std::string& row : result.wrong) fmt::print("{}\n", row);
    }
    return kSuccess;
  }

  // Sentences of misconduct by kind, and "none" for clean ones.
  int Misconducts(const Cli& cli, const Recogniser& recogniser, const Sentences& rows) const {
    std::map<std::string, Tally> found;
    for (const Sentence& row : rows.rows) {
      const Heard heard = recogniser.Hear(row.words, rows.today);
      const std::string& meant = row.meant[0];
      const bool any = !heard.misconduct.empty();
      const bool good = meant == "none" ? !any : any;
      found[meant].Count(good);
      if (!good && wrong_) {
        std::string what;
        for (const HeardMisconduct& w : heard.misconduct) what += MisconductName(w.kind);
        fmt::print("{}\t{}\t{}\n", row.words, meant, what);
      }
    }
    JsonObject object;
    for (const auto& [kind, tally] : found) {
      object.Number(kind, tally.share());
      if (!json_) {
        fmt::print("  {}{:>4} / {:<4}{:>6.1f} %\n", PadRight(kind, 14), tally.right, tally.all,
                   100 * tally.share());
      }
    }
    if (json_) fmt::print("{}\n", object.Done());
    (void)cli;
    return kSuccess;
  }

  std::string words_, eval_, misconduct_, pack_, today_;
  bool wrong_ = false, json_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> MakeRecognise() { return std::make_unique<Recognise>(); }

}  // namespace huikuan::cli
