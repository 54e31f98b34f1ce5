// The whole desk from its panels, and the pages before and instead of it.
#include "model/panels.h"

namespace huikuan::web {
namespace {

Node Tabs(const Context& c, const std::string& shown) {
  Node tabs = Group("tabs", Role::kTabs, c.Ui("web.tabs"));
  for (const char* name : {"talk", "deal", "papers", "letter", "messages", "log", "debrief"}) {
    if (std::string_view(name) == "deal" && !c.customer().deal) continue;
    if (std::string_view(name) == "messages" && !c.customer().messages) continue;
    if (std::string_view(name) == "debrief" && c.debrief == nullptr) continue;
    Node tab = Control(c, std::string("tab.") + name, c.Ui(std::string("web.tab.") + name),
                       std::string("ui:tab:") + name, Role::kTab);
    tab.selected = shown == name;
    tabs.Add(std::move(tab));
  }
  return tabs;
}

Node Centre(const Context& c) {
  Node centre = Group("centre", Role::kMain, c.Ui("web.region.centre"));
  const std::string shown = c.ui.tab == "debrief" && c.debrief == nullptr ? "talk" : c.ui.tab;
  centre.Add(Tabs(c, shown));
  if (!c.ui.notice.empty()) {
    centre.Add(Words("notice", c.ui.notice, Role::kNote, Shade::kWarn));
  }
  if (Node drill = DrillCard(c); !drill.children.empty()) centre.Add(std::move(drill));
  if (shown == "papers") {
    centre.Add(PapersPanel(c));
  } else if (shown == "letter") {
    centre.Add(LetterPanel(c));
  } else if (shown == "messages") {
    centre.Add(MessagesPanel(c));
  } else if (shown == "deal") {
    centre.Add(DealPanel(c));
  } else if (shown == "log") {
    centre.Add(LogPanel(c));
  } else if (shown == "debrief") {
    centre.Add(DebriefPanel(c));
  } else {
    centre.Add(TalkPanel(c));
  }
  return centre;
}

Node PageBar(const Language& language, const UiState& ui) {
  Node bar = Group("page.bar", Role::kBar);
  Node button = Words("top.language", ui.language == "zh" ? "English" : "中文", Role::kQuiet);
  button.kind = Kind::kButton;
  button.action = ui.language == "zh" ? "ui:language:en" : "ui:language:zh";
  bar.Add(std::move(button));
  (void)language;
  return bar;
}

Node PlainButton(std::string key, std::string label, std::string action, Role role) {
  Node button = Words(std::move(key), std::move(label), role);
  button.kind = Kind::kButton;
  button.action = std::move(action);
  return button;
}

}  // namespace

Node DeskTree(const Context& c) {
  Node root = Group("root", Role::kRoot);
  root.Add(TopBar(c));
  Node strip = Group("strip", Role::kStrip, c.Ui("web.calendar"));
  strip.Add(CalendarStrip(c));
  root.Add(std::move(strip));
  Node left = Group("left", Role::kSide, c.Ui("web.region.left"));
  Node portfolio = PortfolioPanel(c);
  if (!portfolio.children.empty()) left.Add(std::move(portfolio));
  left.Add(CustomerPanel(c));
  left.Add(PeoplePanel(c));
  left.Add(LedgerPanel(c));
  if (Node company = CompanyPanel(c); !company.children.empty()) left.Add(std::move(company));
  Node bills = BillsPanel(c);
  if (!bills.children.empty()) left.Add(std::move(bills));
  root.Add(std::move(left));
  root.Add(Centre(c));
  Node right = Group("right", Role::kSide, c.Ui("web.region.right"));
  // What waits for a decision stands first.
  if (Node orders = OrdersPanel(c); !orders.children.empty()) right.Add(std::move(orders));
  right.Add(PipelinePanel(c));
  right.Add(PlanPanel(c));
  right.Add(PromisesPanel(c));
  right.Add(TasksPanel(c));
  root.Add(std::move(right));
  Node dialog = OpenDialog(c);
  if (!dialog.key.empty()) root.Add(std::move(dialog));
  return root;
}

Node WelcomeTree(const Language& language, const UiState& ui, const WelcomeView& view) {
  Node root = Group("root", Role::kRoot);
  Node page = Words("welcome", view.title);
  page.kind = Kind::kDialog;
  page.Add(Heading("welcome.app", 1, language.Ui("app.title")));
  if (view.fresh) {
    page.Add(Words("welcome.intro", language.Ui("web.welcome.intro")));
  } else {
    page.Add(Heading("welcome.title", 2, view.title));
  }
  if (!view.trouble.empty()) {
    page.Add(Words("welcome.trouble", view.trouble, Role::kNote, Shade::kBad));
  }
  if (!view.saved.empty()) page.Add(Words("welcome.saved", view.saved));
  Node bar = Group("welcome.actions", Role::kBar);
  if (!view.saved.empty()) {
    bar.Add(PlainButton("welcome.continue", language.Ui("web.continue"), "app:continue",
                        Role::kPrimary));
  }
  if (!view.fresh) {
    bar.Add(PlainButton("welcome.start", language.Ui("web.start_again"), "app:start",
                        view.saved.empty() ? Role::kPrimary : Role::kNone));
  }
  Node import =
      PlainButton("welcome.import", language.Ui("web.save.import"), "app:import", Role::kQuiet);
  if (!view.fresh) bar.Add(import);
  if (!view.trouble.empty()) {
    bar.Add(PlainButton("welcome.export", language.Ui("web.save.export_old"), "app:export_kept",
                        Role::kQuiet));
  }
  if (!bar.children.empty()) page.Add(std::move(bar));
  if (view.cases != nullptr && view.cases->size() > 1) {
    if (!view.fresh) page.Add(Heading("welcome.cases", 2, language.Ui("web.cases.choose")));
    page.Add(CaseMenu(language, *view.cases, view.fresh ? std::string() : view.case_id));
  }
  Node foot = PageBar(language, ui);
  if (view.fresh) foot.Add(std::move(import));
  page.Add(std::move(foot));
  root.Add(std::move(page));
  return root;
}

Node MessageTree(const Language& language, const UiState& ui, const std::string& title,
                 const std::vector<std::string>& lines) {
  Node root = Group("root", Role::kRoot);
  Node page = Words("message", title);
  page.kind = Kind::kDialog;
  page.Add(Heading("message.title", 1, title));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    page.Add(Words("message." + std::to_string(i), lines[i], Role::kNote, Shade::kBad));
  }
  page.Add(PageBar(language, ui));
  root.Add(std::move(page));
  return root;
}

}  // namespace huikuan::web
