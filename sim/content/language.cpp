// huikuan/text.h, Language: interface strings, formats and the words of errors.
#include <algorithm>

#include "content/language_files.h"
#include "content/reader.h"
#include "huikuan/text.h"

namespace huikuan {

struct Language::Data {
  content::LanguageFiles files;
};

namespace {

std::string Grouped(std::int64_t units, const std::string& group) {
  std::string digits = std::to_string(units);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, group);
  }
  return digits;
}

}  // namespace

Result<Language> Language::Load(const Bundle& bundle, std::string_view tag) {
  content::Diagnostics diagnostics;
  auto data = std::make_shared<Data>();
  data->files = content::ReadLanguage(bundle, std::string(tag), &diagnostics);
  for (const Diagnostic& d : diagnostics.items()) {
    if (d.severity == Severity::kError) return d.error;
  }
  Language language;
  language.data_ = std::move(data);
  return language;
}

std::vector<std::string> Language::Tags(const Bundle& bundle) {
  return content::LanguageTags(bundle);
}

const std::string& Language::tag() const { return data_->files.tag; }

std::string Language::Ui(std::string_view key, const TextArgs& args) const {
  const auto found = data_->files.strings.find(key);
  if (found == data_->files.strings.end()) return "⟦" + std::string(key) + "⟧";
  return args.empty() ? found->second : content::FillPlaceholders(found->second, args);
}

bool Language::Has(std::string_view key) const {
  return data_->files.strings.find(key) != data_->files.strings.end();
}

std::vector<std::string> Language::Keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, text] : data_->files.strings) keys.push_back(key);
  return keys;
}

std::string Language::Money(Cents amount) const {
  const content::LanguageFiles& f = data_->files;
  // kMaxMoney is far from the type's end; the clamp keeps even a damaged value printable.
  const Cents size = std::min(amount < 0 ? -std::max(amount, -kMaxMoney) : amount, kMaxMoney);
  std::string units = Grouped(size / 100, f.group);
  if (const auto cents = static_cast<int>(size % 100); cents != 0) {
    units += f.decimal;
    units += static_cast<char>('0' + cents / 10);
    units += static_cast<char>('0' + cents % 10);
  }
  return (amount < 0 ? "-" : "") + content::FillPlaceholders(f.money, {{"units", units}});
}

namespace {
std::string FormatDate(const content::LanguageFiles& f, const std::string& form, Date date) {
  if (date == kNoDate) return "–";
  const Civil civil = ToCivil(date);
  return content::FillPlaceholders(
      form, {{"year", std::to_string(civil.year)},
             {"month", f.months[static_cast<std::size_t>(civil.month - 1)]},
             {"day", std::to_string(civil.day)},
             {"weekday", f.weekdays[static_cast<std::size_t>(huikuan::Weekday(date))]}});
}
}  // namespace

std::string Language::DateShort(Date date) const {
  return FormatDate(data_->files, data_->files.date_short, date);
}
std::string Language::DateLong(Date date) const {
  return FormatDate(data_->files, data_->files.date_long, date);
}
std::string Language::Weekday(Date date) const {
  return data_->files.weekdays[static_cast<std::size_t>(huikuan::Weekday(date))];
}

std::string Language::PercentOf(double share) const {
  return Percent(static_cast<Q16>(share * kOne + (share < 0 ? -0.5 : 0.5)));
}

std::string Language::Percent(Q16 share) const {
  const auto percent = DivRound(static_cast<std::int64_t>(share) * 100, kOne);
  return content::FillPlaceholders(data_->files.percent, {{"n", std::to_string(percent)}});
}

std::string Language::Explain(const Error& error) const {
  TextArgs args;
  for (std::size_t i = 0; i < error.args.size(); ++i) {
    // "@key" stands for words of this language.
    const std::string& arg = error.args[i];
    const bool is_key = arg.size() > 1 && arg[0] == '@' && Has(std::string_view(arg).substr(1));
    args.emplace_back(std::to_string(i), is_key ? Ui(std::string_view(arg).substr(1)) : arg);
  }
  const std::string key = "error." + error.code;
  if (Has(key)) return Ui(key, args);
  std::string out = error.code;
  for (const auto& [name, text] : args) out += " " + text;
  return out;
}

std::string Language::Explain(const Diagnostic& diagnostic) const {
  const Error& error = diagnostic.error;
  std::string out = error.where.file;
  if (error.where.line > 0) {
    out += ":" + std::to_string(error.where.line) + ":" + std::to_string(error.where.column);
  }
  if (!out.empty()) out += ": ";
  if (diagnostic.severity == Severity::kWarning) out += Ui("error.warning") + " ";
  return out + error.code + ": " + Explain(error);
}

}  // namespace huikuan
