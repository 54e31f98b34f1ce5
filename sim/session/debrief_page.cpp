// The printed debrief: one HTML file that opens anywhere and asks for nothing.
#include <algorithm>
#include <array>

#include "huikuan/review.h"

namespace huikuan {

namespace {

constexpr std::size_t kShown = 3;  // decisions on the first page

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char ch : text) {
    switch (ch) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += ch;
    }
  }
  return out;
}

std::string Tag(std::string_view name, std::string_view inner, std::string_view attributes = "") {
  std::string out = "<";
  out += name;
  if (!attributes.empty()) {
    out += ' ';
    out += attributes;
  }
  out += '>';
  out += inner;
  out += "</";
  out += name;
  out += ">\n";
  return out;
}

constexpr std::string_view kStyle = R"(
:root{color-scheme:light}
body{font:15px/1.55 "Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;color:#1d2733;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1.2rem}
h1{font-size:1.6rem;margin:0 0 .2rem}h2{font-size:1.15rem;margin:2.2rem 0 .6rem;border-bottom:1px solid #cfd6dd;padding-bottom:.25rem}
.lead{font-size:1.12rem}.dim{color:#566472}.card{border:1px solid #cfd6dd;border-left:5px solid #b4541a;border-radius:4px;padding:.7rem .9rem;margin:.7rem 0;break-inside:avoid}
.card.try{border-left-color:#1f6f54}.card p{margin:.25rem 0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #e4e8ec;vertical-align:top}th{font-weight:600}
td.n,th.n{text-align:right}td.n{white-space:nowrap}.mark{display:inline-block;min-width:5.5em;font-weight:600}
.v-best,.v-good{color:#1f6f54}.v-inaccuracy{color:#8a6100}.v-mistake{color:#b4541a}.v-blunder{color:#a3182b}.v-not_judged{color:#566472}
svg{width:100%;height:auto;display:block}.key span{margin-right:1.2em;white-space:nowrap}.key i{display:inline-block;width:.8em;height:.8em;margin-right:.35em;vertical-align:-.05em}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}
)";

// Told apart by lightness as well as by colour.
constexpr std::array<std::string_view, kDelayCauses> kXrayColours = {"#c9d0d7", "#a3182b",
                                                                     "#3f7fb5", "#d99a2b",
                                                                     "#5b4b8a"};

class Page {
 public:
  Page(const Phrasebook& words, const Session& session, const Debrief& debrief,
       const Review& review)
      : words_(words),
        language_(words.language()),
        session_(session),
        see_(session.Observe()),
        debrief_(debrief),
        review_(review),
        mattered_(WhatMattered(review)) {}

  std::string Html() const {
    const std::string title = words_.Text(see_.title);
    std::string body = Tag("h1", Escaped(title));
    body += Tag("p", Escaped(T("report.by", {{"seed", std::to_string(session_.seed())},
                                             {"days", std::to_string(see_.clock.day + 1)}})),
                "class=\"dim\"");
    body += First() + Numbers() + Xrays() + Competences() + Timeline() + Parts();
    return "<!doctype html>\n<html lang=\"" + Escaped(language_.tag()) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n" +
           Tag("title", Escaped(title)) + Tag("style", kStyle) + "</head>\n" + Tag("body", body) +
           "</html>\n";
  }

 private:
  std::string T(std::string_view key, const TextArgs& args = {}) const {
    return words_.Ui(key, args);
  }
  std::string Percent(double share) const { return language_.PercentOf(share); }
  std::string What(const ReviewedDecision& d, const Command& command) const {
    return CommandWords(words_, d.customer, d.person, command);
  }
  std::string Instead(const ReviewedDecision& d) const { return AdviceWords(words_, d, d.best); }
  std::string Customer(CustomerId c) const { return words_.Text(see_.customers[c].name); }
  bool Several() const { return see_.customers.size() > 1; }

  // One sentence, three decisions, one retry.
  std::string First() const {
    const Cents all = debrief_.received + debrief_.outstanding;
    std::string out =
        Tag("p",
            Escaped(T(debrief_.outstanding > 0 ? "report.sentence" : "report.sentence_all",
                      {{"received", language_.Money(debrief_.received)},
                       {"all", language_.Money(all)},
                       {"score", language_.Percent(debrief_.parts.capped)}})),
            "class=\"lead\"");
    if (debrief_.breaches > 0) {
      out += Tag("p", Escaped(T("web.debrief.breaches",
                                {{"n", std::to_string(debrief_.breaches)}})));
    }
    out += Tag("h2", Escaped(T("report.mattered")));
    if (mattered_.empty()) return out + Tag("p", Escaped(T("report.none")));
    for (std::size_t i = 0; i < mattered_.size() && i < kShown; ++i) {
      out += mattered_[i].slide != nullptr ? Card(*mattered_[i].slide) : Card(*mattered_[i].decision);
    }
    out += Tag("h2", Escaped(T("report.retry")));
    const Mattered& m = mattered_[0];
    const std::string words =
        m.slide != nullptr ? RetryWords(m.slide->from, AdviceWords(words_, *m.slide))
                           : RetryWords(m.decision->date, Instead(*m.decision));
    out += Tag("div", Tag("p", Escaped(words)), "class=\"card try\"");
    return out;
  }

  std::string RetryWords(Date date, const std::string& best) const {
    return T("report.retry_from", {{"date", language_.DateLong(date)}, {"best", best}});
  }

  // When, on whom; the verdict on what; what it cost.
  std::string CardHead(std::string when, CustomerId customer, Verdict verdict,
                       const std::string& what, double loss, Cents exposure) const {
    if (Several()) when += " · " + Customer(customer);
    return Tag("p", Escaped(when), "class=\"dim\"") +
           Tag("p", "<strong class=\"v-" + std::string(VerdictName(verdict)) + "\">" +
                        Escaped(T(std::string("review.verdict.") + VerdictName(verdict))) +
                        "</strong> " + Escaped(what)) +
           Tag("p", Escaped(LostWords(words_, loss, exposure)));
  }

  std::string Card(const ReviewedSlide& slide) const {
    return Tag("div",
               CardHead(SlideDates(words_, slide), slide.customer, slide.verdict,
                        T("report.slide", {{"n", std::to_string(slide.decisions)}}), slide.loss,
                        slide.exposure),
               "class=\"card\"");
  }

  std::string Card(const ReviewedDecision& d) const {
    std::string inner = CardHead(language_.DateLong(d.date), d.customer, d.verdict,
                                 What(d, d.command), d.loss, d.exposure);
    for (const ReviewedCause& cause : d.causes) inner += Cause(d, cause);
    if (d.causes.empty()) {
      inner += Tag("p", Escaped(T("report.instead", {{"best", Instead(d)}})));
    }
    inner += Tag("p", Escaped(T("report.hindsight", {{"share", Percent(d.hindsight)}})),
                 "class=\"dim\"");
    return Tag("div", inner, "class=\"card\"");
  }

  std::string Cause(const ReviewedDecision& d, const ReviewedCause& cause) const {
    return Tag("p", Escaped(CauseWords(words_, d, cause))) +
           Tag("p",
               Escaped(T("report.proof",
                         {{"share", Percent(cause.loss_without)},
                          {"basis", T(std::string("review.basis.") + BasisName(cause.basis))}})),
               "class=\"dim\"");
  }

  std::string Row(const std::vector<std::string>& cells, std::string_view cell = "td") const {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      out += Tag(cell, Escaped(cells[i]), i == 0 ? "" : "class=\"n\"");
    }
    return Tag("tr", out);
  }

  // Outcome, decision quality, process: three numbers that are never blended.
  std::string Numbers() const {
    const ReviewSummary summary = SummaryOf(review_);
    std::string out = Tag("h2", Escaped(T("report.numbers")));
    std::string rows = Row({T("report.outcome"), language_.Percent(debrief_.parts.capped)});
    if (review_.luck.base != 0 || review_.luck.outcome != 0) {
      rows += Row({T("report.base"), Percent(review_.luck.base)});
      rows += Row({T("report.skill"), Percent(review_.luck.skill)});
      rows += Row({T("report.luck"), Percent(review_.luck.luck)});
    }
    rows += Row({T("report.mean_loss"), Percent(summary.mean_loss)});
    for (int v = 0; v < kVerdicts; ++v) {
      rows += Row({T("report.count",
                     {{"verdict", T(std::string("review.verdict.") +
                                    VerdictName(static_cast<Verdict>(v)))}}),
                   std::to_string(summary.counts[v])});
    }
    return out + Tag("table", rows);
  }

  std::string Xrays() const {
    const std::vector<InvoiceXray> rows = XrayOf(session_);
    if (rows.empty()) return "";
    int longest = 1;
    for (const InvoiceXray& row : rows) longest = std::max(longest, row.Total());
    std::string key, table;
    std::vector<std::string> head = {T("report.invoice")};
    for (int k = 0; k < kDelayCauses; ++k) {
      const std::string name = T(std::string("xray.") + DelayCauseName(static_cast<DelayCause>(k)));
      key += "<span><i style=\"background:" + std::string(kXrayColours[static_cast<std::size_t>(k)]) +
             "\"></i>" + Escaped(name) + "</span>";
      head.push_back(name);
    }
    head.push_back(T("report.delay"));
    table = Row(head, "th");
    const int height = static_cast<int>(rows.size()) * 22;
    std::string bars;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      bars += Bars(rows[r], static_cast<int>(r) * 22, longest);
      std::vector<std::string> cells = {InvoiceName(rows[r])};
      for (const int days : rows[r].days) cells.push_back(std::to_string(days));
      cells.push_back(std::to_string(rows[r].Total()) +
                      (rows[r].paid ? "" : " " + T("report.still_open")));
      table += Row(cells);
    }
    return Tag("h2", Escaped(T("report.xray"))) + Tag("p", Escaped(T("report.xray_why"))) +
           Tag("p", key, "class=\"key\"") +
           Tag("svg", bars,
               "viewBox=\"0 0 600 " + std::to_string(height) + "\" role=\"img\" aria-label=\"" +
                   Escaped(T("report.xray_alt")) + "\"") +
           Tag("table", table);
  }

  std::string InvoiceName(const InvoiceXray& row) const {
    std::string name;
    for (const InvoiceView& invoice : see_.customers[row.customer].invoices) {
      if (invoice.id == row.invoice) name = words_.Text(invoice.title);
    }
    return Several() ? Customer(row.customer) + " · " + name : name;
  }

  static std::string Bars(const InvoiceXray& row, int y, int longest) {
    std::string out;
    int x = 0;
    for (std::size_t k = 0; k < kDelayCauses; ++k) {
      const int width = row.days[k] * 600 / longest;
      if (width == 0) continue;
      out += "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y + 3) + "\" width=\"" +
             std::to_string(width) + "\" height=\"16\" fill=\"" + std::string(kXrayColours[k]) +
             "\"/>";
      x += width;
    }
    return out;
  }

  std::string Competences() const {
    std::string out = Tag("h2", Escaped(T("web.debrief.indicators")));
    for (const CustomerDebrief& customer : debrief_.customers) {
      if (Several()) out += Tag("h3", Escaped(Customer(customer.customer)));
      std::string rows;
      for (const Indicator& indicator : customer.indicators) {
        const std::string text =
            indicator.observed && !indicator.text.key.empty()
                ? T("debrief." + indicator.text.key, words_.Words(indicator.text.args))
                : "";
        rows += Tag("tr", Tag("td", Escaped(T("indicator." + indicator.key))) +
                              Tag("td", indicator.observed ? Meter(indicator.score) : "") +
                              Tag("td", Escaped(indicator.observed
                                                    ? language_.Percent(indicator.score)
                                                    : T("web.debrief.not_observed")),
                                  "class=\"n\"") +
                              Tag("td", Escaped(text)));
      }
      out += Tag("table", rows);
    }
    return out;
  }

  // The same figure stands beside it in words.
  static std::string Meter(Q16 score) {
    const int width = static_cast<int>(static_cast<std::int64_t>(score) * 80 / kOne);
    return Tag("svg",
               "<rect width=\"80\" height=\"8\" fill=\"#e4e8ec\"/><rect width=\"" +
                   std::to_string(width) + "\" height=\"8\" fill=\"#1f6f54\"/>",
               "viewBox=\"0 0 80 8\" style=\"width:80px\" aria-hidden=\"true\"");
  }

  std::string Timeline() const {
    std::string rows;
    for (const ReviewedDecision& d : review_.decisions) {
      const std::string verdict = T(std::string("review.verdict.") + VerdictName(d.verdict));
      std::string what = What(d, d.command);
      if (Several()) what = Customer(d.customer) + ": " + what;
      if (d.slide) what += " — " + T("review.slide");
      rows += Tag("tr", Tag("td", Escaped(language_.DateShort(d.date))) +
                            Tag("td", "<span class=\"mark v-" +
                                          std::string(VerdictName(d.verdict)) + "\">" +
                                          Escaped(verdict) + "</span>") +
                            Tag("td", Escaped(what)) +
                            Tag("td", Escaped(d.loss > 0 ? Percent(d.loss) : ""), "class=\"n\""));
    }
    if (rows.empty()) return "";
    return Tag("h2", Escaped(T("report.timeline"))) + Tag("table", rows);
  }

  std::string Parts() const {
    std::string rows;
    for (const auto& [name, amount] : ValueRows(debrief_.parts)) {
      rows += Row({T(std::string("web.part.") + name), language_.Money(amount)});
    }
    return Tag("h2", Escaped(T("web.debrief.parts"))) + Tag("table", rows);
  }

  const Phrasebook& words_;
  const Language& language_;
  const Session& session_;
  Observation see_;
  const Debrief& debrief_;
  const Review& review_;
  std::vector<Mattered> mattered_;
};

}  // namespace

std::string DebriefPage(const Phrasebook& words, const Session& session, const Review& review) {
  const Result<Debrief> debrief = session.MakeDebrief();
  if (!debrief.ok()) return "";
  return Page(words, session, debrief.value(), review).Html();
}

}  // namespace huikuan
