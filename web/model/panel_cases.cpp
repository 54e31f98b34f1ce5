// The menu: five-minute drills and whole cases, on the first page and from the desk at any time.
#include "model/panels.h"

namespace huikuan::web {
namespace {

Node Entry(const Language& language, const CaseCard& card, const std::string& here) {
  const auto title = card.title.find(language.tag());
  Node button = Words("cases." + card.id, title == card.title.end() ? card.id : title->second,
                      Role::kOffer);
  button.kind = Kind::kButton;
  if (card.drill) {  // always a fresh run, the one at hand as well
    button.action = "app:drill:" + card.id;
    button.hint = language.Ui("drill.minutes");
    return button;
  }
  button.action = "app:case:" + card.id;
  button.hint = language.Ui("web.cases.size", {{"customers", std::to_string(card.customers)},
                                               {"days", std::to_string(card.days)}});
  if (card.id == here) {
    button.selected = true;
    button.enabled = false;
    button.hint = language.Ui("web.cases.here");
  }
  return button;
}

Node Kinds(const Language& language, const std::vector<CaseCard>& cases, const std::string& here,
           bool drills) {
  const std::string key = drills ? "cases.drills" : "cases.full";
  const std::string words = "web." + key;
  Node group = Group(key, Role::kStack, language.Ui(words));
  for (const CaseCard& card : cases) {
    if (card.drill != drills) continue;
    if (group.children.empty()) {
      group.Add(Heading(key + ".title", 2, language.Ui(words)));
      group.Add(Words(key + ".note", language.Ui(words + ".note"), Role::kSmall, Shade::kMuted));
    }
    group.Add(Entry(language, card, here));
    if (!card.watched) continue;
    Node watch = Words("cases.watch." + card.id, language.Ui("web.watch.title"), Role::kOffer);
    watch.kind = Kind::kButton;
    watch.action = "app:watch:case:" + card.id;
    watch.hint = language.Ui("web.watch.hint");
    // Before the drill it belongs to: novices look first.
    group.children.insert(group.children.end() - 1, std::move(watch));
  }
  return group;
}

}  // namespace

Node CaseMenu(const Language& language, const std::vector<CaseCard>& cases,
              const std::string& here) {
  Node list = Group("cases", Role::kStack, language.Ui("web.cases"));
  for (const bool drills : {true, false}) {
    Node group = Kinds(language, cases, here, drills);
    if (!group.children.empty()) list.Add(std::move(group));
  }
  return list;
}

}  // namespace huikuan::web
