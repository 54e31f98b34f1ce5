// What today has brought: money, mail, finished work, promises due.
#include "model/panels.h"

namespace huikuan::web {
namespace {

bool IsNews(EventKind kind) {
  switch (kind) {
    case EventKind::kPaymentReceived:
    case EventKind::kPromiseKept:
    case EventKind::kPromiseBroken:
    case EventKind::kLetterAnswered:
    case EventKind::kTaskDone:
    case EventKind::kDocumentReceived:
    case EventKind::kCutOffPassed:
    case EventKind::kDiaryDue:
    case EventKind::kFactLearnt:
    case EventKind::kTimeUp:
    case EventKind::kOrderPlaced:
    case EventKind::kOrderAnswered:
    case EventKind::kOrderCleared:
    case EventKind::kOrderDelivered:
    case EventKind::kOrderLost:
    case EventKind::kOwnPayment:
    case EventKind::kForecastTaken:
    case EventKind::kSuppliersPaid:
    case EventKind::kPayrollShort:
    case EventKind::kTaskRefused:
    case EventKind::kTaskLate:
    case EventKind::kBillOffered:
    case EventKind::kBillDecided:
    case EventKind::kBillDishonoured:
    case EventKind::kMoneyReturned:
    case EventKind::kInsolvencyFiled:
    case EventKind::kDisputeOpened:
    case EventKind::kDisputeSettled:
    case EventKind::kLimitationRenewed:
    case EventKind::kLimitationUnproved:
    case EventKind::kLimitationPleaded:
    case EventKind::kStatementSealed:
    case EventKind::kHoldUnlawful:
    case EventKind::kSecurityAgreed:
    case EventKind::kSecurityEffective:
    case EventKind::kSecurityVoid:
    case EventKind::kClaimFiled:
    case EventKind::kClaimLost:
    case EventKind::kMessageAnswered:
    case EventKind::kMessageReceived:
    case EventKind::kMessageOverdue:
    case EventKind::kFaceLost:
    case EventKind::kPhotoRefused:
      return true;
    default:
      return false;
  }
}

Shade NewsShade(EventKind kind) {
  if (kind == EventKind::kPaymentReceived || kind == EventKind::kPromiseKept) return Shade::kGood;
  if (kind == EventKind::kPromiseBroken || kind == EventKind::kPayrollShort ||
      kind == EventKind::kOrderLost || kind == EventKind::kBillDishonoured ||
      kind == EventKind::kMoneyReturned || kind == EventKind::kInsolvencyFiled ||
      kind == EventKind::kDisputeOpened || kind == EventKind::kLimitationPleaded ||
      kind == EventKind::kHoldUnlawful || kind == EventKind::kSecurityVoid ||
      kind == EventKind::kClaimLost || kind == EventKind::kMessageOverdue ||
      kind == EventKind::kFaceLost) {
    return Shade::kBad;
  }
  if (kind == EventKind::kSecurityEffective || kind == EventKind::kStatementSealed) {
    return Shade::kGood;
  }
  if (kind == EventKind::kBillOffered || kind == EventKind::kLimitationUnproved) {
    return Shade::kWarn;
  }
  if (kind == EventKind::kCutOffPassed || kind == EventKind::kDiaryDue) return Shade::kWarn;
  return Shade::kNormal;
}

}  // namespace

Node TodayPanel(const Context& c) {
  Node card = Group("today", Role::kCard, c.Ui("web.today"));
  const std::vector<Event>& history = c.see.history;
  for (std::size_t i = 0; i < history.size(); ++i) {
    const Event& event = history[i];
    if (event.day != c.see.clock.day || !IsNews(event.kind)) continue;
    if (card.children.empty()) card.Add(Heading("today.title", 3, c.Ui("web.today")));
    card.Add(Words("today." + std::to_string(i), c.NamedSentence(event), Role::kNote,
                   NewsShade(event.kind)));
  }
  if (card.children.empty() && c.see.clock.decisions == 0 && c.see.clock.day == 0) {
    card.Add(Heading("today.title", 3, c.Ui("web.first")));
    card.Add(Words("today.first", c.Ui("web.help.1"), Role::kNote));
    card.Add(Words("today.second", c.Ui("web.help.2"), Role::kNote));
    card.Add(Control(c, "today.papers", c.Ui("web.first.papers"), "ui:tab:papers"));
  }
  return card;
}

}  // namespace huikuan::web
