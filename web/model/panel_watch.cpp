// A call by the book, watched step by step: the desk as it stands in that run, to look at only, and
// in the middle what is said, with the reason for every sentence and what every answer tells.
#include "model/panels.h"

namespace huikuan::web {
namespace {

Node Press(std::string key, std::string label, std::string action, Role role) {
  Node button = Words(std::move(key), std::move(label), role);
  button.kind = Kind::kButton;
  button.action = std::move(action);
  return button;
}

// Nothing of it can be worked: the run belongs to somebody else.
Node Lookable(Node node) {
  std::vector<Node> kept;
  for (Node& child : node.children) {
    const bool control = child.kind == Kind::kButton || child.kind == Kind::kInput ||
                         child.kind == Kind::kTextarea;
    if (!control) kept.push_back(Lookable(std::move(child)));
  }
  node.children = std::move(kept);
  node.action.clear();
  return node;
}

Node WatchLog(const Context& c, const std::vector<Comment>& comments) {
  Node log = Words("talk.log", c.Ui("web.talk.log"));
  log.kind = Kind::kLog;
  std::size_t next = 0;
  const std::vector<Event>& history = c.see.history;
  for (std::size_t i = 0; i < history.size(); ++i) {
    const bool shown = history[i].kind != EventKind::kDayStarted &&
                       (i == 0 || !SaysTheSame(history[i - 1], history[i]));
    if (shown) log.Add(TalkLine(c, history[i], i));
    for (; next < comments.size() && comments[next].after <= i; ++next) {
      Node note = Words("watch.comment." + std::to_string(next),
                        CommentLine(c.words, comments[next]), Role::kNote,
                        comments[next].answer ? Shade::kMuted : Shade::kNormal);
      log.Add(std::move(note));
    }
  }
  return log;
}

Node WatchControls(const Context& c, const WatchState& watch) {
  Node controls = Group("watch.controls", Role::kStack);
  controls.Add(Heading("offers.title", 3,
                       watch.done ? c.Ui("web.watch.over")
                                  : c.Ui("web.watch.step", {{"n", std::to_string(watch.steps)}})));
  Node bar = Group("watch.bar", Role::kBar);
  if (watch.done) {
    bar.Add(Press("watch.try", c.Ui("web.watch.try"), "app:watch:try", Role::kPrimary));
  } else {
    bar.Add(Press("watch.next", c.Ui("web.watch.next"), "app:watch:next", Role::kPrimary));
    bar.Add(Press("watch.auto", c.Ui(watch.playing ? "web.watch.stop" : "web.watch.auto"),
                  watch.playing ? "app:watch:stop" : "app:watch:auto", Role::kNone));
  }
  bar.Add(Press("watch.back", c.Ui("web.watch.back"), "app:watch:back", Role::kNone));
  bar.Add(Press("watch.leave", c.Ui("web.watch.leave"), "app:watch:leave", Role::kQuiet));
  controls.Add(std::move(bar));
  return controls;
}

Node WatchTop(const Context& c) {
  Node top = Group("top", Role::kBanner, c.Ui("web.region.top"));
  top.Add(Heading("top.title", 1, c.Ui("app.title")));
  Node clock = Group("top.clock", Role::kBar);
  clock.Add(Words("top.date", c.words.language().DateLong(c.see.clock.date), Role::kBig));
  top.Add(std::move(clock));
  Node settings = Group("top.settings", Role::kBar);
  const bool chinese = c.ui.language == "zh";
  settings.Add(Press("top.language", chinese ? "English" : "中文",
                     chinese ? "ui:language:en" : "ui:language:zh", Role::kQuiet));
  top.Add(std::move(settings));
  return top;
}

}  // namespace

Node WatchTree(const Context& c, const WatchState& watch) {
  Node root = Group("root", Role::kRoot);
  root.Add(WatchTop(c));
  Node strip = Group("strip", Role::kStrip, c.Ui("web.calendar"));
  strip.Add(Lookable(CalendarStrip(c)));
  root.Add(std::move(strip));
  Node left = Group("left", Role::kSide, c.Ui("web.region.left"));
  left.Add(Lookable(CustomerPanel(c)));
  left.Add(Lookable(LedgerPanel(c)));
  root.Add(std::move(left));
  Node centre = Group("centre", Role::kMain, c.Ui("web.region.centre"));
  Node tabs = Group("tabs", Role::kTabs, c.Ui("web.tabs"));
  Node tab = Press("watch.title", c.Ui("web.watch.title"), {}, Role::kTab);
  tab.selected = true;
  tabs.Add(std::move(tab));
  centre.Add(std::move(tabs));
  centre.Add(Words("watch.intro", c.Ui("web.watch.intro"), Role::kSmall, Shade::kMuted));
  Node panel = Group("talk", Role::kStack);
  if (watch.steps > 0) panel.Add(WatchLog(c, *watch.comments));
  panel.Add(WatchControls(c, watch));
  centre.Add(std::move(panel));
  root.Add(std::move(centre));
  Node right = Group("right", Role::kSide, c.Ui("web.region.right"));
  right.Add(Lookable(PipelinePanel(c)));
  right.Add(Lookable(PromisesPanel(c)));
  root.Add(std::move(right));
  return root;
}

}  // namespace huikuan::web
