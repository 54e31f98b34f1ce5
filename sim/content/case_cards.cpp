// huikuan/scenario.h, CaseCards: titles and sizes of all cases, without compiling them.
#include <algorithm>
#include <cstdlib>

#include "content/json.h"
#include "huikuan/scenario.h"

namespace huikuan {
namespace {

int NumberOf(const content::JsonValue& root, std::string_view key, int otherwise) {
  const content::JsonValue* value = root.Find(key);
  if (value == nullptr || value->kind != content::JsonValue::Kind::kNumber) return otherwise;
  return std::atoi(value->text.c_str());
}

CaseCard CardOf(const std::string& id, const content::JsonValue& root) {
  CaseCard card;
  card.id = id;
  if (const content::JsonValue* title = root.Find("title")) {
    for (std::size_t i = 0; i < title->keys.size() && i < title->items.size(); ++i) {
      card.title[title->keys[i].name] = title->items[i].text;
    }
  }
  const content::JsonValue* customers = root.Find("customers");
  card.customers = customers == nullptr ? 0 : static_cast<int>(customers->items.size());
  card.days = NumberOf(root, "days", 0);
  card.order = NumberOf(root, "menu", 500);
  const content::JsonValue* kind = root.Find("kind");
  card.drill = kind != nullptr && kind->text == "drill";
  card.watched = NumberOf(root, "watch", 0) > 0;
  return card;
}

}  // namespace

std::vector<CaseCard> CaseCards(const Bundle& bundle) {
  std::vector<CaseCard> cards;
  for (const std::string& id : CaseIds(bundle)) {
    const std::string path = "cases/" + id + "/case.json";
    const auto file = bundle.files.find(path);
    const Result<content::JsonValue> root = content::ParseJson(file->second, path);
    if (root.ok()) {
      cards.push_back(CardOf(id, root.value()));
    } else {
      cards.push_back({id, {}, 0, 0, 0, false, false});  // first, so that what is wrong with it is said at once
    }
  }
  std::stable_sort(cards.begin(), cards.end(),
                   [](const CaseCard& a, const CaseCard& b) { return a.order < b.order; });
  return cards;
}

}  // namespace huikuan
