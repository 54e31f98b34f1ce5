// Everything that happened, newest day first.
#include "model/panels.h"

namespace huikuan::web {

Node LogPanel(const Context& c) {
  Node panel = Group("history", Role::kStack);
  panel.Add(Heading("history.title", 2, c.Ui("web.tab.log")));
  const std::vector<Event>& history = c.see.history;
  std::size_t end = history.size();
  while (end > 0) {
    const Day day = history[end - 1].day;
    std::size_t begin = end;
    while (begin > 0 && history[begin - 1].day == day) --begin;
    Node log = Group("history." + std::to_string(day), Role::kCard);
    const Date date = c.DateOf(day);
    if (date != kNoDate) {
      log.Add(Heading("history." + std::to_string(day) + ".date", 3,
                      c.words.language().DateLong(date)));
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (history[i].kind == EventKind::kDayStarted) continue;
      if (i > 0 && SaysTheSame(history[i - 1], history[i])) continue;
      Node line =
          Words("history.line." + std::to_string(i), c.NamedSentence(history[i]), Role::kEvent);
      line.value =
          SpokenByUs(history[i].kind) ? c.Ui("web.us") : c.words.Speaker(history[i]);
      log.Add(std::move(line));
    }
    if (log.children.size() > 1) panel.Add(std::move(log));
    end = begin;
  }
  return panel;
}

}  // namespace huikuan::web
