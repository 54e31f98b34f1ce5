// The letter check against letters with one planted defect each, and against sound ones, in both
// languages (tests/letters/*.json). At least 57 of 60 defects are found at their place, and nothing
// is found in a sound letter.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "content/json.h"
#include "content/scenario.h"
#include "huikuan/session.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

using content::JsonValue;

std::string TextOf(const JsonValue* value) { return value == nullptr ? "" : value->text; }

LetterLevel LevelNamed(const std::string& name) {
  const char* names[] = {"statement",     "reminder",     "first_demand",
                         "second_demand", "final_notice", "lawyer_letter"};
  for (int i = 0; i < kLetterLevels; ++i) {
    if (name == names[i]) return static_cast<LetterLevel>(i);
  }
  ADD_FAILURE() << "no level " << name;
  return LetterLevel::kStatement;
}

// The desk on which a letter of the file is written: papers read, earlier letters sent.
class LetterDesk {
 public:
  LetterDesk(const std::string& language, const JsonValue& row)
      : row_(row),
        scenario_(LoadScenario(test::RealBundle(), TextOf(row.Find("case"))).scenario),
        session_(std::move(Session::Start(scenario_, 1)).value()),
        words_(Language::Load(test::RealBundle(), language).value(), scenario_) {}

  LetterCheck Check() {
    OpenPapers();
    if (const JsonValue* before = row_.Find("before")) {
      for (const JsonValue& step : before->items) Before(step.text);
    }
    const JsonValue* set = row_.Find("set");
    if (set != nullptr && set->Find("days_later") != nullptr) {
      Pass(std::stoi(set->Find("days_later")->text));
    }
    see_ = session_.Observe();
    Draft(set);
    Edit();
    return ReadLetter(*scenario_, see_, draft);
  }

  bool Belongs(const std::string& id) const {
    return (scenario_->clauses[Clause(id)].levels >> static_cast<int>(draft.level) & 1) != 0;
  }
  // The letter with what its level requires and the further clauses wanted, composed afresh.
  template <class Wanted>
  LetterCheck With(int wording, Wanted wanted) {
    const auto level = static_cast<int>(draft.level);
    draft.clauses.clear();
    for (const ClauseView& clause : see_.customers[0].clauses) {
      const bool asked = (clause.required_levels >> level & 1) != 0;
      const bool more = (clause.levels >> level & 1) != 0 && wanted(IdOf(clause.id));
      if (clause.available && (asked || more)) draft.clauses.push_back(clause.id);
    }
    InOrder();
    draft.wording = wording;
    draft.unedited = draft.words = ComposeLetter(words_, see_, draft);
    return Again();
  }
  // The draft as it stands now.
  LetterCheck Again() const { return ReadLetter(*scenario_, see_, draft); }

  ClauseId Clause(const std::string& id) const {
    for (std::size_t i = 0; i < scenario_->clauses.size(); ++i) {
      if (scenario_->clauses[i].id == id) return static_cast<ClauseId>(i);
    }
    ADD_FAILURE() << "no clause " << id;
    return kNone;
  }
  std::string IdOf(ClauseId id) const {
    return id < scenario_->clauses.size() ? scenario_->clauses[id].id : "";
  }
  std::string Advice(const LetterFinding& finding) const { return LetterAdvice(words_, finding); }

  LetterDraft draft;

 private:
  void OpenPapers() {
    const Observation see = session_.Observe();
    for (const DocumentView& paper : see.customers[0].documents) {
      const auto& id = scenario_->customers[0].documents[paper.id].id;
      if (id != "contract" && id != "delivery_note" && id != "invoice") continue;
      ASSERT_TRUE(session_.Submit(OpenDocument{0, paper.id}).ok()) << id;
    }
  }
  void Pass(int days) {
    for (int i = 0; i < days; ++i)
      ASSERT_TRUE(session_.Submit(Wait{Until::kNextDay, kNoDate}).ok());
  }
  void Before(const std::string& step) {
    if (step == "take_counsel") {
      for (std::size_t t = 0; t < scenario_->tasks.size(); ++t) {
        if (scenario_->tasks[t].id != step) continue;
        ASSERT_TRUE(session_.Submit(OrderTask{0, static_cast<TaskId>(t)}).ok());
      }
      Pass(6);
      return;
    }
    for (int day = 0; day < 3; ++day) {  // a day has only so many minutes
      for (const CommandOption& option : session_.LegalCommands()) {
        const auto* letter = std::get_if<SendLetter>(&option.command);
        if (letter == nullptr || letter->customer != 0) continue;
        if (letter->reading.level != LevelNamed(step)) continue;
        const SendLetter send = *letter;
        ASSERT_TRUE(session_.Submit(send).ok());
        return;
      }
      Pass(1);
    }
    ADD_FAILURE() << "cannot send " << step;
  }

  bool Names(const char* key, const std::string& id) const {
    const JsonValue* list = row_.Find(key);
    return list != nullptr && std::any_of(list->items.begin(), list->items.end(),
                                          [&](const JsonValue& v) { return v.text == id; });
  }
  void Draft(const JsonValue* set) {
    const CustomerView& customer = see_.customers[0];
    draft.level = LevelNamed(TextOf(row_.Find("level")));
    draft.delivery = Delivery::kRegistered;
    draft.amount = customer.outstanding;
    draft.pay_by = see_.clock.date + 10;
    for (const PersonView& person : customer.people) {
      if (person.known && person.role != Role::kReception && draft.recipients.empty()) {
        draft.recipients = {person.id};
      }
    }
    if (set != nullptr && set->Find("recipients") != nullptr) draft.recipients.clear();
    if (set != nullptr && set->Find("delivery") != nullptr) draft.delivery = Delivery::kEmail;
    for (const ClauseView& clause : customer.clauses) {
      const std::string id = IdOf(clause.id);
      const bool asked = (clause.required_levels >> static_cast<int>(draft.level) & 1) != 0;
      if (!Names("add", id) && (!asked || Names("drop", id))) continue;
      EXPECT_TRUE(clause.available) << id;
      draft.clauses.push_back(clause.id);
    }
    InOrder();
    draft.unedited = draft.words = ComposeLetter(words_, see_, draft);
    if (const JsonValue* words = row_.Find("words")) draft.words = words->text;
  }
  void InOrder() {
    const std::vector<ClauseView>& clauses = see_.customers[0].clauses;
    std::stable_sort(draft.clauses.begin(), draft.clauses.end(),
                     [&](ClauseId a, ClauseId b) { return clauses[a].order < clauses[b].order; });
  }
  // The clause's paragraph as composed.
  std::string Paragraph(const std::string& id) const {
    LetterDraft alone = draft;
    alone.clauses = {Clause(id)};
    std::string text = ComposeLetter(words_, see_, alone);
    alone.clauses.clear();
    const std::string frame = ComposeLetter(words_, see_, alone);
    // What both begin with, and what both end with, is not the clause.
    std::size_t head = 0;
    const std::size_t to = frame.find("\n\n");
    if (!alone.recipients.empty()) head = to + 2;
    const std::size_t tail = frame.size() - head;
    return text.substr(head, text.size() - head - tail - 2);
  }
  void Replace(const std::string& from, const std::string& to) {
    const std::size_t at = draft.words.find(from);
    ASSERT_NE(at, std::string::npos) << TextOf(row_.Find("id")) << ": " << from << "\n"
                                     << draft.words;
    draft.words.replace(at, from.size(), to);
  }
  void Edit() {
    const auto each = [&](const char* key, auto act) {
      const JsonValue* list = row_.Find(key);
      if (list == nullptr) return;
      for (const JsonValue& pair : list->items) act(pair.items[0].text, pair.items[1].text);
    };
    each("replace_clause",
         [&](const std::string& id, const std::string& to) { Replace(Paragraph(id), to); });
    each("insert", [&](const std::string& id, const std::string& more) {
      Replace(Paragraph(id), Paragraph(id) + "\n\n" + more);
    });
    each("edit", [&](const std::string& from, const std::string& to) { Replace(from, to); });
  }

  const JsonValue& row_;
  ScenarioPtr scenario_;
  Session session_;
  Phrasebook words_;
  Observation see_;
};

bool AtPlace(const LetterDesk& desk, const LetterFinding& finding, const JsonValue& expect) {
  if (const JsonValue* sheet = expect.Find("sheet")) {
    const std::map<std::string, LetterPlace> places = {{"level", LetterPlace::kLevel},
                                                       {"recipients", LetterPlace::kRecipients},
                                                       {"delivery", LetterPlace::kDelivery}};
    return finding.place == places.at(sheet->text);
  }
  if (const JsonValue* at = expect.Find("at")) {
    const std::size_t begin = desk.draft.words.find(at->text);
    EXPECT_NE(begin, std::string::npos) << at->text;
    if (finding.place <= LetterPlace::kMissing && finding.begin < begin + at->text.size() &&
        finding.end > begin) {
      return true;
    }
  }
  const JsonValue* after = expect.Find("after");
  return after != nullptr && finding.place == LetterPlace::kMissing &&
         desk.IdOf(finding.clause) == after->text;
}

JsonValue Letters(const std::string& language) {
  const std::string path = std::string(HUIKUAN_SOURCE_DIR) + "/tests/letters/" + language + ".json";
  std::ifstream in(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  return content::ParseJson(bytes, path).value();
}

std::string Describe(const LetterDesk& desk, const LetterCheck& check) {
  std::string out;
  for (const LetterFinding& f : check.findings) {
    out += "\n    " + f.key + " [" + desk.IdOf(f.clause) + "] " + desk.Advice(f);
  }
  return out;
}

struct Tally {
  int letters = 0, found = 0, beside = 0;
};
Tally Examine(const std::string& language, const char* list) {
  Tally tally;
  const JsonValue file = Letters(language);
  for (const JsonValue& row : file.Find(list)->items) {
    LetterDesk desk(language, row);
    const LetterCheck check = desk.Check();
    const JsonValue& expect = *row.Find("expect");
    const std::string code = TextOf(expect.Find("code"));
    const bool hit = std::any_of(check.findings.begin(), check.findings.end(), [&](const auto& f) {
      return f.key == code && AtPlace(desk, f, expect);
    });
    ++tally.letters;
    tally.found += hit ? 1 : 0;
    tally.beside += static_cast<int>(check.findings.size()) - (hit ? 1 : 0);
    if (hit && check.findings.size() == 1) continue;
    std::cout << language << " " << TextOf(row.Find("id")) << (hit ? ": found, and" : ": MISSED")
              << " " << code << Describe(desk, check) << "\n";
  }
  std::cout << language << ", " << list << ": " << tally.found << " of " << tally.letters
            << " found, " << tally.beside << " further findings\n";
  return tally;
}

TEST(LetterCheck, FindsPlantedDefectsAtTheirPlace) {
  const Tally zh = Examine("zh", "planted"), en = Examine("en", "planted");
  EXPECT_EQ(zh.letters + en.letters, 60);
  EXPECT_GE(zh.found + en.found, 57);
}

// Words it was not made with: lexicons never know them all, figures and names should carry over.
TEST(LetterCheck, CarriesOverToLettersItWasNotMadeWith) {
  const Tally zh = Examine("zh", "held_out"), en = Examine("en", "held_out");
  EXPECT_EQ(zh.letters + en.letters, 24);
  EXPECT_GE(zh.found + en.found, 15);  // figures and names all, tone by luck
}

TEST(LetterCheck, InventsNothingInSoundLetters) {
  int sound = 0;
  for (const char* language : {"zh", "en"}) {
    const JsonValue file = Letters(language);
    for (const JsonValue& row : file.Find("sound")->items) {
      LetterDesk desk(language, row);
      const LetterCheck check = desk.Check();
      ++sound;
      EXPECT_TRUE(check.findings.empty())
          << language << " " << TextOf(row.Find("id")) << Describe(desk, check) << "\n"
          << desk.draft.words;
    }
  }
  EXPECT_EQ(sound, 20);
}

constexpr const char* kTempting[] = {
    "beg",          "vague_asap",   "harsh_threat", "bluff_suit",    "insult", "disclose_others",
    "crime_threat", "vague_amount", "admit_fault",  "waive_interest"};

JsonValue Row(const std::string& json) { return content::ParseJson(json, "row").value(); }

// A row for a case in which the level has its time, and all its clauses.
std::string FullRow(const std::string& level) {
  std::string before;
  if (level == "second_demand") before = R"("first_demand")";
  if (level == "final_notice") before = R"("first_demand", "second_demand")";
  if (level == "lawyer_letter") before = R"("first_demand", "take_counsel")";
  const std::string id = level == "reminder" ? "spring-festival" : "county-hospital";
  return R"({"id": "all", "case": ")" + id + R"(", "level": ")" + level + R"(", "before": [)" +
         before + "]}";
}

// Whatever is added to a sound letter from the catalogue, in either wording, leaves it sound; but
// nothing tempting passes unseen.
TEST(LetterCheck, KnowsGoodClausesFromBadOnes) {
  for (const char* language : {"zh", "en"}) {
    for (const char* level : {"statement", "reminder", "first_demand", "second_demand",
                              "final_notice", "lawyer_letter"}) {
      const JsonValue row = Row(FullRow(level));
      LetterDesk desk(language, row);
      desk.Check();
      for (const int wording : {0, 1}) {
        const LetterCheck all = desk.With(wording, [](const std::string& id) {
          return std::find(std::begin(kTempting), std::end(kTempting), id) == std::end(kTempting);
        });
        EXPECT_TRUE(all.findings.empty()) << level << Describe(desk, all) << "\n"
                                          << desk.draft.words;
        for (const char* bad : kTempting) {
          if (!desk.Belongs(bad)) continue;
          const LetterCheck check =
              desk.With(wording, [&](const std::string& id) { return id == bad; });
          EXPECT_FALSE(check.findings.empty()) << language << " " << level << " " << bad;
          for (const LetterFinding& f : check.findings) {
            EXPECT_EQ(desk.IdOf(f.clause), bad) << f.key;
          }
        }
      }
    }
  }
}

// Anything may be typed: it is words, shown as words, and every place lies inside them.
TEST(LetterCheck, ReadsWhateverIsTyped) {
  std::string everything =
      "付款 pay \xF0\x9F\x92\xB0 ￥３８４，０００ <script>{x}</script> %s %n \\ ../ ";
  std::string odd = "\xE2\x80\xAE abc \x01\x02 \xFF\xFE ____";
  for (const std::string& words : {std::string(), std::string(" \n\n \n"), everything, odd,
                                   std::string(30'000, '9'), std::string(3'000, '\n'), [&] {
                                     std::string much;
                                     for (int i = 0; i < 400; ++i) much += everything;
                                     return much;
                                   }()}) {
    const JsonValue row = Row(R"({"id": "odd", "case": "first-invoice", "level": "first_demand"})");
    LetterDesk desk("zh", row);
    desk.Check();
    desk.draft.words = words;
    const LetterCheck check = desk.Again();
    EXPECT_FALSE(check.findings.empty());
    for (const LetterFinding& finding : check.findings) {
      EXPECT_LE(finding.begin, finding.end);
      EXPECT_LE(finding.end, words.size());
      EXPECT_FALSE(desk.Advice(finding).empty());
    }
  }
}

TEST(LetterCheck, FullWidthFiguresAreFigures) {
  const JsonValue row = Row(
      R"({"id": "wide", "case": "first-invoice", "level": "first_demand",
          "edit": [["¥384,000", "￥３８４，０００"], ["3月12日", "３月１２日"]]})");
  LetterDesk desk("zh", row);
  const LetterCheck check = desk.Check();
  EXPECT_TRUE(check.findings.empty()) << Describe(desk, check);
  EXPECT_EQ(check.reading.amount, 384'000'00);
}

// What was cut out of the words is not in the letter, and what was written by hand is.
TEST(LetterCheck, TheWordsDecideWhichClausesCount) {
  const JsonValue cut = Row(
      R"({"id": "cut", "case": "first-invoice", "level": "first_demand",
          "replace_clause": [["due_clause", "如题。"]]})");
  LetterDesk without("zh", cut);
  const LetterCheck less = without.Check();
  EXPECT_EQ(less.reading.clauses >> without.Clause("due_clause") & 1, 0U);
  EXPECT_NE(less.reading.flags & kLetterElementsMissing, 0);
  const JsonValue typed = Row(
      R"({"id": "typed", "case": "first-invoice", "level": "first_demand", "drop": ["account"],
          "insert": [["pay_by", "账号3205 0186 0000 0742 119，户名苏州砺舟包装机械有限公司。"]]})");
  LetterDesk with("zh", typed);
  const LetterCheck more = with.Check();
  EXPECT_EQ(more.reading.clauses >> with.Clause("account") & 1, 1U);
  EXPECT_TRUE(more.findings.empty()) << Describe(with, more);
}

}  // namespace
}  // namespace huikuan
