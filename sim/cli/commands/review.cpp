// huikuan review: every decision of a run judged, with reasons.
#include "huikuan/review.h"

#include <fmt/format.h>

#include <array>

#include "commands/commands.h"
#include "json_text.h"
#include "layout.h"
#include "open_save.h"
#include "progress.h"

namespace huikuan::cli {
namespace {

class ReviewCommand : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_option("SAVE", file_, cli.T("cli.replay.save"))->required()->type_name("");
    app.add_option("--case", case_, cli.T("cli.replay.case"))->type_name(cli.T("cli.help.name"));
    AddSeedOption(app, "--keys", options_.keys, cli.T("cli.review.keys"));
    app.add_flag("--no-luck", no_luck_, cli.T("cli.review.no_luck"));
    app.add_flag("--json", json_, cli.T("cli.help.json"));
  }

  int Run(const Cli& cli) override {
    const OpenedSave opened = OpenSave(cli, file_, case_);
    if (!opened.session) return opened.code;
    const Session& session = *opened.session;
    options_.luck = !no_luck_;
    Reviewer reviewer = Reviewer::Of(session, options_);
    Progress progress(cli.T("cli.review.progress"), reviewer.Total());
    while (reviewer.Step()) progress.Done(reviewer.Done());
    progress.Clear();
    const Phrasebook words(cli.language(), session.scenario());
    fmt::print("{}", json_ ? Json(words, reviewer.review())
                           : Table(cli, words, session, reviewer.review()));
    return kSuccess;
  }

 private:
  std::string Json(const Phrasebook& words, const Review& review) const {
    std::vector<std::string> decisions;
    for (const ReviewedDecision& d : review.decisions) {
      std::vector<std::string> causes;
      for (const ReviewedCause& cause : d.causes) {
        causes.push_back(JsonObject()
                             .Text("id", cause.id)
                             .Text("text", CauseWords(words, d, cause))
                             .Text("basis", BasisName(cause.basis))
                             .Number("loss_without", cause.loss_without)
                             .Done());
      }
      JsonObject object;
      object.Integer("index", d.index).Integer("day", d.day).Integer("customer", d.customer);
      object.Text("command", CommandWords(words, d.customer, d.person, d.command));
      object.Text("verdict", VerdictName(d.verdict));
      object.Number("loss", d.loss).Number("se", d.se);
      object.Text("best", AdviceWords(words, d, d.best));
      object.Raw("causes", JsonArray(causes)).Number("hindsight", d.hindsight);
      object.Text("book", AdviceWords(words, d, d.book));
      object.Number("behind", d.behind).Number("behind_se", d.behind_se);
      object.Flag("slide", d.slide).Integer("exposure", d.exposure);
      decisions.push_back(object.Done());
    }
    std::vector<std::string> slides;
    for (const ReviewedSlide& slide : review.slides) {
      JsonObject object;
      object.Integer("first", slide.first).Integer("last", slide.last);
      object.Integer("customer", slide.customer).Integer("decisions", slide.decisions);
      object.Text("verdict", VerdictName(slide.verdict)).Number("loss", slide.loss);
      object.Integer("exposure", slide.exposure);
      object.Text("best", AdviceWords(words, slide));
      slides.push_back(object.Done());
    }
    JsonObject object;
    object.Raw("decisions", JsonArray(decisions)).Raw("slides", JsonArray(slides));
    if (options_.luck) {
      object.Number("base", review.luck.base).Number("skill", review.luck.skill);
      object.Number("luck", review.luck.luck).Number("outcome", review.luck.outcome);
    }
    return object.Done() + "\n";
  }

  std::string Table(const Cli& cli, const Phrasebook& words, const Session& session,
                    const Review& review) const {
    const Language& language = words.language();
    const Observation see = session.Observe();
    const ReviewSummary summary = SummaryOf(review);
    std::string out =
        cli.T("cli.review.head", {{"title", words.Text(see.title)},
                                  {"case", std::string(CaseId(*session.scenario()))},
                                  {"seed", std::to_string(session.seed())},
                                  {"n", std::to_string(review.decisions.size())}}) +
        "\n";
    TextArgs args;
    for (int v = 0; v < kVerdicts; ++v) {
      args.push_back({VerdictName(static_cast<Verdict>(v)),
                      std::to_string(summary.counts[v])});
    }
    out += cli.T("cli.review.counts", args) + "\n";
    if (options_.luck) {
      out += cli.T("cli.review.luck", {{"outcome", language.PercentOf(review.luck.outcome)},
                                       {"base", language.PercentOf(review.luck.base)},
                                       {"skill", language.PercentOf(review.luck.skill)},
                                       {"luck", language.PercentOf(review.luck.luck)}}) +
             "\n";
    }
    for (const ReviewedSlide& slide : review.slides) {
      const std::string name = words.Text(see.customers[slide.customer].name);
      out += Wrapped(cli.T("cli.review.slide",
                           {{"who", see.customers.size() > 1
                                        ? cli.T("cli.review.slide_of", {{"customer", name}})
                                        : ""},
                            {"when", SlideDates(words, slide)},
                            {"from", language.DateShort(slide.from)},
                            {"n", std::to_string(slide.decisions)},
                            {"loss", language.PercentOf(slide.loss)},
                            {"exposure", language.Money(slide.exposure)},
                            {"verdict", words.Ui(std::string("review.verdict.") +
                                                 VerdictName(slide.verdict))},
                            {"best", AdviceWords(words, slide)}}),
                     "") +
             "\n";
    }
    for (const ReviewedDecision& d : review.decisions) out += Entry(cli, words, d);
    return out;
  }

  static std::string Entry(const Cli& cli, const Phrasebook& words, const ReviewedDecision& d) {
    const Language& language = words.language();
    const std::string verdict = words.Ui(std::string("review.verdict.") + VerdictName(d.verdict));
    std::string out =
        Wrapped(cli.T("cli.review.line",
                      {{"verdict", verdict},
                       {"command", CommandWords(words, d.customer, d.person, d.command)}}),
                PadRight(language.DateShort(d.date), 9)) +
        "\n";
    if (d.causes.empty() && !Labelled(d.verdict)) return out;
    out += Wrapped(cli.T("cli.review.loss", {{"loss", language.PercentOf(d.loss)},
                                             {"exposure", language.Money(d.exposure)},
                                             {"se", language.PercentOf(d.se)},
                                             {"hindsight", language.PercentOf(d.hindsight)}}),
                   "           ") +
           "\n";
    for (const ReviewedCause& cause : d.causes) {
      out += Wrapped(CauseWords(words, d, cause), "         - ") + "\n";
      out += Wrapped(cli.T("cli.review.proof",
                           {{"loss", language.PercentOf(cause.loss_without)},
                            {"basis", words.Ui(std::string("review.basis.") +
                                               BasisName(cause.basis))}}),
                     "           ") +
             "\n";
    }
    return out;
  }

  std::string file_, case_;
  bool json_ = false, no_luck_ = false;
  ReviewOptions options_;
};

}  // namespace

std::unique_ptr<Subcommand> MakeReview() { return std::make_unique<ReviewCommand>(); }

}  // namespace huikuan::cli
