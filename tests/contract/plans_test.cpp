// Plays the test plans that lie beside the cases (scenarios/cases/<id>/plans/*.plan); what a line
// may say stands in the README there.
#include <gtest/gtest.h>

#include <sstream>

#include "content/scenario.h"
#include "huikuan/session.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

// Position of the entry called `id`, as the id type of the API.
template <class T>
std::uint8_t Find(const std::vector<T>& list, const std::string& id) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].id == id) return static_cast<std::uint8_t>(i);
  }
  ADD_FAILURE() << "no entry called " << id;
  return kNone;
}

class Plan {
 public:
  explicit Plan(ScenarioPtr scenario) : scenario_(std::move(scenario)) {}

  // False when the line says something no plan may say.
  bool Line(const std::string& text) {
    std::istringstream in(text);
    std::string word, a, b;
    in >> word >> a >> b;
    if (word.empty() || word[0] == '#') return true;
    if (word == "seed") {
      session_ = std::make_unique<Session>(
          std::move(Session::Start(scenario_, std::stoull(a))).value());
      return true;
    }
    if (word == "refused") {
      const Command command = Step(a, b, Rest(in));
      EXPECT_FALSE(session_->Check(command).ok()) << text;
      return true;
    }
    if (IsCheck(word)) {
      Expect(word, a, text);
      return true;
    }
    const Command command = word == "propose" ? Command{Proposal(text)} : Step(word, a, b);
    const auto done = session_->Submit(command);
    EXPECT_TRUE(done.ok()) << text << ": " << (done.ok() ? "" : done.error().code);
    return true;
  }

 private:
  static std::string Rest(std::istringstream& in) {
    std::string word;
    in >> word;
    return word;
  }
  const content::Customer& customer() const { return scenario_->customers[0]; }
  DocumentId Paper(const std::string& id) const { return Find(customer().documents, id); }
  PersonId Person(const std::string& id) const { return Find(customer().people, id); }

  Command Step(const std::string& word, const std::string& a, const std::string& b) const {
    if (word == "open") return OpenDocument{0, Paper(a)};
    if (word == "inspect") {
      const DocumentId paper = Paper(a);
      return InspectField{0, paper, Find(customer().documents[paper].fields, b)};
    }
    if (word == "sign") return SignContract{0};
    if (word == "order") return OrderTask{0, Find(scenario_->tasks, a)};
    if (word == "send") return SendDocument{0, Person(b), Paper(a)};
    if (word == "visit") return StartVisit{0, Person(a)};
    if (word == "leave") return EndConversation{};
    if (word == "wait") return WaitFor(a);
    ADD_FAILURE() << "no step called " << word;
    return Wait{};
  }
  // Our wished terms with the changes of the line: issue=N, +clause, -clause.
  ProposeTerms Proposal(const std::string& text) const {
    static const std::string kNumbers[] = {"deposit", "delivery", "retention", "term_days",
                                           "retention_months"};
    static const std::string kClauses[] = {"deemed_acceptance", "late_fee",     "suspension_right",
                                           "security",          "sme_declaration", "right_entity",
                                           "statement_monthly", "address_clause"};
    ProposeTerms propose{0, customer().deal.ours};
    std::istringstream in(text);
    std::string word;
    in >> word;
    while (in >> word) {
      bool known = false;
      for (int i = 0; i < kDealNumbers; ++i) {
        const std::string& name = kNumbers[i];
        if (word.compare(0, name.size() + 1, name + "=") != 0) continue;
        NumberAt(propose.terms, i) =
            static_cast<std::uint8_t>(std::stoi(word.substr(name.size() + 1)));
        known = true;
      }
      for (int i = 0; i < kDealClauses; ++i) {
        if (word.substr(1) != kClauses[i]) continue;
        const unsigned bit = 1U << i;
        const unsigned clauses = propose.terms.clauses;
        propose.terms.clauses =
            static_cast<std::uint8_t>(word[0] == '-' ? clauses & ~bit : clauses | bit);
        known = true;
      }
      EXPECT_TRUE(known) << word;
    }
    return propose;
  }
  static Wait WaitFor(const std::string& what) {
    if (what == "next_day") return {Until::kNextDay, kNoDate};
    if (what == "afternoon") return {Until::kAfternoon, kNoDate};
    if (what == "reply") return {Until::kReply, kNoDate};
    if (what == "run") return {Until::kPaymentRun, kNoDate};
    const Result<Date> date = ParseDate(what);
    EXPECT_TRUE(date.ok()) << what;
    return {Until::kDate, date.ok() ? date.value() : kNoDate};
  }
  static bool IsCheck(const std::string& word) {
    return word == "knows" || word == "unknown" || word == "solved" || word == "holds" ||
           word == "met";
  }
  void Expect(const std::string& word, const std::string& id, const std::string& text) const {
    const CustomerView see = session_->Observe().customers[0];
    if (word == "holds") {
      const DocumentId paper = Paper(id);
      bool held = false;
      for (const DocumentView& d : see.documents) held = held || (d.id == paper && d.in_file);
      EXPECT_TRUE(held) << text;
    } else if (word == "met") {
      EXPECT_TRUE(see.people[Person(id)].part_known) << text;
    } else {
      const FactId fact = Find(customer().facts, id);
      bool known = false, solved = false;
      for (const FactView& f : see.facts) {
        known = known || f.id == fact;
        solved = solved || (f.id == fact && f.solved);
      }
      EXPECT_EQ(known, word != "unknown") << text;
      if (word == "solved") EXPECT_TRUE(solved) << text;
    }
  }

  ScenarioPtr scenario_;
  std::unique_ptr<Session> session_;
};

TEST(Plans, BesideTheCasesPlayAsWritten) {
  int played = 0;
  for (const auto& [path, text] : test::RealBundle().files) {
    if (path.size() < 5 || path.substr(path.size() - 5) != ".plan") continue;
    SCOPED_TRACE(path);
    const std::string id = path.substr(6, path.find('/', 6) - 6);  // cases/<id>/…
    const ScenarioPtr scenario = LoadScenario(test::RealBundle(), id).scenario;
    ASSERT_NE(scenario, nullptr);
    Plan plan(scenario);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) plan.Line(line);
    ++played;
  }
  EXPECT_GE(played, 5);
}

}  // namespace
}  // namespace huikuan
