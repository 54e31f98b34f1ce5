// The bar at the top: where we are in time, what is left of the day, and how to let time pass.
#include "model/panels.h"

namespace huikuan::web {
namespace {

Node Settings(const Context& c) {
  Node bar = Group("top.settings", Role::kBar);
  const bool chinese = c.ui.language == "zh";
  bar.Add(Control(c, "top.language", chinese ? "English" : "中文",
                  chinese ? "ui:language:en" : "ui:language:zh", Role::kQuiet));
  const bool dark = c.ui.Dark();
  bar.Add(Control(c, "top.theme", c.Ui(dark ? "web.theme.light" : "web.theme.dark"),
                  dark ? "ui:theme:light" : "ui:theme:dark", Role::kQuiet));
  if (c.ui.can_draw) {
    bar.Add(Control(c, "top.reading", c.Ui(c.ui.reading ? "web.layout.desk" : "web.layout.reading"),
                    c.ui.reading ? "ui:reading:0" : "ui:reading:1", Role::kQuiet));
  }
  if (c.cases != nullptr && c.cases->size() > 1) {
    bar.Add(Control(c, "top.cases", c.Ui("web.cases"), "ui:dialog:cases", Role::kQuiet));
  }
  bar.Add(Control(c, "top.help", c.Ui("web.help"), "ui:dialog:help", Role::kQuiet));
  return bar;
}

Node Clock(const Context& c) {
  const ClockView& clock = c.see.clock;
  Node bar = Group("top.clock", Role::kBar);
  bar.Add(Words("top.date", c.words.language().DateLong(clock.date), Role::kBig));
  bar.Add(Words("top.part",
                c.Ui(clock.part == DayPart::kMorning ? "web.part.morning" : "web.part.afternoon"),
                Role::kSmall));
  Node meter = Words("top.minutes", c.Ui("web.minutes_left"), Role::kGauge);
  meter.kind = Kind::kMeter;
  meter.value = c.Minutes(clock.minutes_left);
  meter.level = clock.minutes_a_day > 0 ? clock.minutes_left * 100 / clock.minutes_a_day : 0;
  if (meter.level < 25) meter.tone = Shade::kWarn;
  bar.Add(std::move(meter));
  bar.Add(Words("top.day",
                c.Ui("web.day_of", {{"day", std::to_string(clock.day + 1)},
                                    {"days", std::to_string(clock.days)}}),
                Role::kSmall, Shade::kMuted));
  bar.Add(Words("top.decisions", c.Ui("web.decisions", {{"n", std::to_string(clock.decisions)}}),
                Role::kSmall, Shade::kMuted));
  return bar;
}

}  // namespace

Node TopBar(const Context& c) {
  Node top = Group("top", Role::kBanner, c.Ui("web.region.top"));
  top.Add(Heading("top.title", 1, c.Ui("app.title")));
  top.Add(Clock(c));
  Node wait = Group("top.wait", Role::kBar);
  if (c.see.clock.ended) {
    wait.Add(Control(c, "top.debrief", c.Ui("web.tab.debrief"), "ui:tab:debrief", Role::kPrimary));
  } else {
    if (c.see.clock.part == DayPart::kMorning) {
      wait.Add(Control(c, "top.afternoon", c.Ui("web.wait.afternoon"), "wait:afternoon"));
    }
    wait.Add(Control(c, "top.next_day", c.Ui("web.wait.next_day"), "wait:next_day"));
    // No room here to say why not; the same in the dialog behind "until" says it.
    for (Node& button : wait.children) button.hint.clear();
    wait.Add(Control(c, "top.until", c.Ui("web.wait.until"), "ui:dialog:wait"));
  }
  top.Add(std::move(wait));
  top.Add(Settings(c));
  return top;
}

}  // namespace huikuan::web
