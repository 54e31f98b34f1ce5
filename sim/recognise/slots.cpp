#include "recognise/slots.h"

#include <optional>

#include "recognise/dates.h"
#include "recognise/numbers.h"

namespace huikuan::recognise {

namespace {

struct Share {
  std::u32string_view word;
  int basis_points;
};
constexpr Share kHanShares[] = {{U"一半", 5000},     {U"半数", 5000},     {U"对半", 5000},
                                {U"三分之一", 3333}, {U"三分之二", 6667}, {U"四分之一", 2500},
                                {U"四分之三", 7500}, {U"五分之一", 2000}, {U"一大半", 6000}};
constexpr Share kLatinShares[] = {
    {U"two thirds", 6667},     {U"two-thirds", 6667}, {U"three quarters", 7500},
    {U"three-quarters", 7500}, {U"one third", 3333},  {U"one-third", 3333},
    {U"a third", 3333},        {U"a quarter", 2500},  {U"one half", 5000},
    {U"a half", 5000},         {U"half", 5000},       {U"fifty percent", 5000}};

bool Any(std::u32string_view text, std::size_t at, std::initializer_list<std::u32string_view> all) {
  for (const std::u32string_view piece : all) {
    if (PieceAt(text, at, piece)) return true;
  }
  return false;
}

// "Half an hour", "half past", "half a year" are no share of the money; nor is 一半天.
bool OfTime(std::u32string_view text, std::size_t end) {
  const std::size_t at = end < text.size() && text[end] == U' ' ? end + 1 : end;
  return Any(
      text, at,
      {U"an hour", U"past", U"a year", U"year", U"a day", U"day", U"a month", U"a minute", U"hour",
       U"of march", U"of the year", U"way", U"party", U"parties", U"person", U"the team"});
}

std::optional<Slot> ShareAt(std::u32string_view text, std::size_t from) {
  for (const Share& share : kHanShares) {
    if (PieceAt(text, from, share.word)) {
      return Slot{SlotKind::kShare, share.basis_points, from, from + share.word.size()};
    }
  }
  for (const Share& share : kLatinShares) {
    const std::size_t end = from + share.word.size();
    if (WordAt(text, from, share.word) && !OfTime(text, end)) {
      return Slot{SlotKind::kShare, share.basis_points, from, end};
    }
  }
  if (PieceAt(text, from, U"百分之")) {
    const auto n = NumberAt(text, from + 3);
    if (n && n->hundredths > 0 && n->hundredths <= 10'000) {
      return Slot{SlotKind::kShare, n->hundredths, from, n->end};
    }
  }
  const auto n = NumberAt(text, from);
  if (!n || n->hundredths <= 0) return std::nullopt;
  std::size_t i = n->end;
  if (i < text.size() && text[i] == U' ') ++i;
  for (const std::u32string_view sign : {U"%", U"percent", U"per cent", U"pct"}) {
    if (PieceAt(text, i, sign) && n->hundredths <= 10'000) {
      return Slot{SlotKind::kShare, n->hundredths, from, i + sign.size()};
    }
  }
  // 三个点, 三个百分点.
  for (const std::u32string_view points : {U"个百分点", U"个点", U" points"}) {
    if (PieceAt(text, n->end, points) && n->hundredths <= 5'000) {
      return Slot{SlotKind::kShare, n->hundredths, from, n->end + points.size()};
    }
  }
  // 三成, 三成半.
  if (PieceAt(text, n->end, U"成") && n->hundredths <= 900 && !n->scaled &&
      !Any(text, n->end, {U"成本", U"成品", U"成交", U"成立"})) {
    const bool half = PieceAt(text, n->end + 1, U"半");
    return Slot{SlotKind::kShare, n->hundredths * 10 + (half ? 500 : 0), from,
                n->end + (half ? 2 : 1)};
  }
  return std::nullopt;
}

std::size_t MoneySign(std::u32string_view text, std::size_t from) {
  for (const std::u32string_view sign :
       {U"¥", U"rmb", U"cny", U"eur", U"gbp", U"usd", U"£", U"€", U"$"}) {
    if (PieceAt(text, from, sign)) {
      const std::size_t end = from + sign.size();
      return end < text.size() && text[end] == U' ' ? end + 1 : end;
    }
  }
  return from;
}

std::size_t MoneyUnit(std::u32string_view text, std::size_t from) {
  const std::size_t at = from < text.size() && text[from] == U' ' ? from + 1 : from;
  for (const std::u32string_view unit : {U"块钱", U"元整", U"yuan", U"rmb", U"cny", U"kuai",
                                         U"euros", U"euro", U"pounds", U"quid", U"元", U"块"}) {
    if (PieceAt(text, at, unit)) return at + unit.size();
  }
  return from;
}

// What is counted, not paid: 2000台, 3000 units, 1500平米; a year; a number of a paper.
bool Counted(std::u32string_view text, std::size_t from, std::size_t end) {
  const std::size_t at = end < text.size() && text[end] == U' ' ? end + 1 : end;
  if (Any(text, at,
          {U"台",     U"件",       U"套",   U"吨", U"米",    U"公里",   U"小时", U"天",    U"人",
           U"年",     U"号",       U"kg",   U"km", U"units", U"pieces", U"pcs",  U"hours", U"days",
           U"people", U"个工作日", U"个人", U"张", U"份",    U"次",     U"楼",   U"点"})) {
    return true;
  }
  return from > 0 && (text[from - 1] == U'-' || text[from - 1] == U'#');
}

std::optional<Slot> AmountAt(std::u32string_view text, std::size_t from) {
  const std::size_t start = MoneySign(text, from);
  const auto n = NumberAt(text, start);
  if (!n || n->hundredths <= 0) return std::nullopt;
  const std::size_t end = MoneyUnit(text, n->end);
  const bool together = PieceAt(text, from, U"一块") && !PieceAt(text, from, U"一块钱");
  if (together) return std::nullopt;
  const bool money = start != from || end != n->end;
  if (!money) {
    if (Counted(text, from, n->end)) return std::nullopt;
    const bool year = n->hundredths >= 1900'00 && n->hundredths < 2100'00 && !n->scaled;
    if (n->hundredths < 1000'00 || year) return std::nullopt;
  }
  return Slot{SlotKind::kAmount, n->hundredths, from, end};
}

struct Paper {
  std::u32string_view word;
  PaperKind kind;
};
constexpr Paper kPapers[] = {{U"合同", PaperKind::kContract},
                             {U"协议", PaperKind::kContract},
                             {U"送货单", PaperKind::kDeliveryNote},
                             {U"签收单", PaperKind::kDeliveryNote},
                             {U"发货单", PaperKind::kDeliveryNote},
                             {U"收货单", PaperKind::kDeliveryNote},
                             {U"到货单", PaperKind::kDeliveryNote},
                             {U"验收单", PaperKind::kAcceptance},
                             {U"验收报告", PaperKind::kAcceptance},
                             {U"验收证书", PaperKind::kAcceptance},
                             {U"验收书", PaperKind::kAcceptance},
                             {U"发票", PaperKind::kInvoice},
                             {U"专票", PaperKind::kInvoice},
                             {U"对账单", PaperKind::kStatement},
                             {U"对帐单", PaperKind::kStatement},
                             {U"往来明细", PaperKind::kStatement},
                             {U"服务报告", PaperKind::kServiceReport},
                             {U"维修单", PaperKind::kServiceReport},
                             {U"维修记录", PaperKind::kServiceReport},
                             {U"服务单", PaperKind::kServiceReport},
                             {U"contract", PaperKind::kContract},
                             {U"agreement", PaperKind::kContract},
                             {U"delivery note", PaperKind::kDeliveryNote},
                             {U"delivery notes", PaperKind::kDeliveryNote},
                             {U"delivery receipt", PaperKind::kDeliveryNote},
                             {U"acceptance certificate", PaperKind::kAcceptance},
                             {U"acceptance form", PaperKind::kAcceptance},
                             {U"acceptance report", PaperKind::kAcceptance},
                             {U"acceptance note", PaperKind::kAcceptance},
                             {U"invoice", PaperKind::kInvoice},
                             {U"invoices", PaperKind::kInvoice},
                             {U"statement of account", PaperKind::kStatement},
                             {U"statement", PaperKind::kStatement},
                             {U"pod", PaperKind::kDeliveryNote},
                             {U"proof of delivery", PaperKind::kDeliveryNote},
                             {U"service report", PaperKind::kServiceReport},
                             {U"repair report", PaperKind::kServiceReport},
                             {U"service sheet", PaperKind::kServiceReport}};

std::optional<Slot> PaperAt(std::u32string_view text, std::size_t from) {
  std::optional<Slot> best;
  for (const Paper& paper : kPapers) {
    const bool here =
        IsHan(paper.word[0]) ? PieceAt(text, from, paper.word) : WordAt(text, from, paper.word);
    if (!here) continue;
    const std::size_t end = from + paper.word.size();
    if (!best || end > best->to) {
      best = Slot{SlotKind::kPaper, static_cast<std::int64_t>(paper.kind), from, end};
    }
  }
  return best;
}

}  // namespace

std::vector<Slot> FindSlots(const Typed& typed, Date today) {
  const std::u32string_view text = typed.text;
  std::vector<Slot> found;
  for (std::size_t i = 0; i < text.size();) {
    std::optional<Slot> slot = ShareAt(text, i);
    if (!slot) {
      if (const auto day = DayAt(text, i, today)) {
        slot = Slot{SlotKind::kDate, day->date, i, day->end};
      }
    }
    if (!slot) slot = AmountAt(text, i);
    if (!slot) slot = PaperAt(text, i);
    if (!slot) {
      // Inside a number nothing begins anew.
      const auto n = NumberAt(text, i);
      i = n && n->end > i ? n->end : i + 1;
      continue;
    }
    found.push_back(*slot);
    i = slot->to;
  }
  return found;
}

}  // namespace huikuan::recognise
