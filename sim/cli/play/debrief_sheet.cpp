// The end of a case as text: score and its parts, cause, story, key moments, indicators.
#include <fmt/format.h>

#include "layout.h"
#include "play/sheets.h"

namespace huikuan::cli {
namespace {

std::string Parts(const Phrasebook& words, const ValueParts& parts) {
  std::string out = Heading(words, "web.debrief.parts");
  for (const auto& [name, amount] : ValueRows(parts)) {
    out += "  " + PadRight(words.Ui(std::string("web.part.") + name), 34) +
           PadLeft(words.language().Money(amount), 14) + "\n";
  }
  return out;
}

std::string Lines(const Phrasebook& words, const Observation& see, const char* key,
                  const std::vector<DebriefLine>& lines) {
  std::string out = Heading(words, key);
  for (const DebriefLine& line : lines) {
    const std::string text = words.Ui("debrief." + line.key, words.Words(line.args));
    const Date date = DateOfDay(see, line.day);
    std::string first = line.good ? "  + " : "  - ";
    if (date != kNoDate) first += PadRight(words.language().DateShort(date), 9);
    out += Wrapped(text, first) + "\n";
  }
  return out;
}

std::string Indicators(const Phrasebook& words, const CustomerDebrief& debrief) {
  std::string out = Heading(words, "web.debrief.indicators");
  for (const Indicator& indicator : debrief.indicators) {
    const std::string score = indicator.observed ? words.language().Percent(indicator.score)
                                                 : words.Ui("web.debrief.not_observed");
    std::string text;
    if (indicator.observed && !indicator.text.key.empty()) {
      text = words.Ui("debrief." + indicator.text.key, words.Words(indicator.text.args));
    }
    const std::string first =
        "  " + PadRight(words.Ui("indicator." + indicator.key), 38) + PadLeft(score, 13) + "  ";
    out += Wrapped(text, first) + "\n";
  }
  return out;
}

// What was typed in talks with this customer, each with what it was understood as.
std::string OwnWords(const Phrasebook& words, const Observation& see, CustomerId customer) {
  std::string out;
  for (const Event& event : see.history) {
    const std::string_view typed = WordsTyped(see.typed, event);
    if (typed.empty() || event.customer != customer) continue;
    if (out.empty()) out = Heading(words, "web.debrief.own_words");
    const std::string day = PadRight(words.language().DateShort(DateOfDay(see, event.day)), 9);
    out += Wrapped(std::string(typed), "  " + day) + "\n";
    out += Wrapped(words.Ui("web.typed.understood_as", {{"words", words.Sentence(event)}}),
                   "           ") + "\n";
  }
  return out;
}

}  // namespace

std::string DebriefSheet(const Phrasebook& words, const Observation& see, const Debrief& debrief) {
  const Language& language = words.language();
  std::string out = "\n" + words.Ui("web.tab.debrief") + "\n";
  out += "  " + words.Ui("web.debrief.value") + " " + language.Percent(debrief.parts.capped) +
         words.Ui("web.list_comma") + words.Ui("web.ledger.received") + " " +
         language.Money(debrief.received) + words.Ui("web.list_comma") +
         words.Ui("web.ledger.outstanding") + " " + language.Money(debrief.outstanding) + "\n";
  if (debrief.breaches > 0) {
    out +=
        "  ! " + words.Ui("web.debrief.breaches", {{"n", std::to_string(debrief.breaches)}}) + "\n";
  }
  const bool several = debrief.customers.size() > 1;
  if (several) out += Parts(words, debrief.parts);
  for (const CustomerDebrief& customer : debrief.customers) {
    if (several) out += "\n== " + words.Text(see.customers[customer.customer].name) + "\n";
    out += Lines(words, see, "web.debrief.story", customer.story);
    if (!several) out += Parts(words, debrief.parts);
    out += Indicators(words, customer);
    out += Lines(words, see, "web.debrief.timeline", customer.timeline);
    out += OwnWords(words, see, customer.customer);
  }
  return out;
}

}  // namespace huikuan::cli
