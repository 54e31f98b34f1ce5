// The menu of cases: on the first page, and from the desk at any time.
#include "model/panels.h"

namespace huikuan::web {

Node CaseMenu(const Language& language, const std::vector<CaseCard>& cases,
              const std::string& here) {
  Node list = Group("cases", Role::kStack, language.Ui("web.cases"));
  for (const CaseCard& card : cases) {
    const auto title = card.title.find(language.tag());
    Node row = Words("cases." + card.id, title == card.title.end() ? card.id : title->second,
                     Role::kOffer);
    row.kind = Kind::kButton;
    row.action = "app:case:" + card.id;
    row.hint = language.Ui("web.cases.size", {{"customers", std::to_string(card.customers)},
                                              {"days", std::to_string(card.days)}});
    if (card.id == here) {
      row.selected = true;
      row.enabled = false;
      row.hint = language.Ui("web.cases.here");
    }
    list.Add(std::move(row));
  }
  return list;
}

}  // namespace huikuan::web
