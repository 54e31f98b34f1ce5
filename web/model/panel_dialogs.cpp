// Dialogs over the desk: the briefing, waiting, the diary, help.
#include "model/actions.h"
#include "model/letter_draft.h"
#include "model/message_draft.h"
#include "model/panels.h"

namespace huikuan::web {
namespace {

Node Dialog(std::string key, std::string title) {
  Node dialog = Words(key, title);
  dialog.kind = Kind::kDialog;
  dialog.Add(Heading(key + ".title", 2, std::move(title)));
  return dialog;
}

Node CloseBar(const Context& c, const std::string& key) {
  Node bar = Group(key + ".bar", Role::kBar);
  bar.Add(Control(c, key + ".close", c.Ui("web.close"), "ui:dialog:", Role::kQuiet));
  return bar;
}

Node Briefing(const Context& c) {
  Node dialog = Dialog("briefing", c.Text(c.see.title));
  dialog.Add(Words("briefing.text", c.Text(c.see.briefing)));
  Node goal = Words("briefing.goal", c.Text(c.see.goal), Role::kNote, Shade::kGood);
  goal.hint = c.Ui("web.briefing.goal");
  dialog.Add(std::move(goal));
  dialog.Add(
      Words("briefing.how",
            c.Ui("web.briefing.how", {{"days", std::to_string(c.see.clock.days)},
                                      {"minutes", std::to_string(c.see.clock.minutes_a_day)}}),
            Role::kSmall, Shade::kMuted));
  Node bar = Group("briefing.bar", Role::kBar);
  bar.Add(Control(c, "briefing.begin", c.Ui("web.briefing.begin"), "ui:dialog:", Role::kPrimary));
  if (c.cases != nullptr && c.cases->size() > 1) {
    bar.Add(Control(c, "briefing.cases", c.Ui("web.cases.drills_and"), "ui:dialog:cases",
                    Role::kQuiet));
  }
  dialog.Add(std::move(bar));
  return dialog;
}

Node Waiting(const Context& c) {
  Node dialog = Dialog("wait", c.Ui("web.wait.title"));
  dialog.Add(Words("wait.why", c.Ui("web.wait.why"), Role::kSmall, Shade::kMuted));
  for (const char* what : {"afternoon", "next_day", "reply", "run", "promise"}) {
    dialog.Add(Control(c, std::string("wait.") + what, c.Ui(std::string("web.wait.") + what),
                       std::string("wait:") + what, Role::kOffer));
  }
  dialog.Add(DateSelect(c, "wait.until", c.Ui("web.wait.date"), "wait.date", DraftedWaitDate(c)));
  Node bar = Group("wait.bar", Role::kBar);
  bar.Add(Control(c, "wait.date", c.Ui("web.wait.go"), "wait:date", Role::kPrimary));
  bar.Add(Control(c, "wait.close", c.Ui("web.close"), "ui:dialog:", Role::kQuiet));
  dialog.Add(std::move(bar));
  return dialog;
}

Node Diary(const Context& c) {
  const SetDiary diary = DraftedDiary(c);
  Node dialog = Dialog("diaryform", c.Ui("web.diary.add"));
  dialog.Add(DateSelect(c, "diaryform.date", c.Ui("web.diary.date"), "diary.date", diary.date));
  Node person = Select(c, "diaryform.person", c.Ui("web.diary.person"), "diary.person",
                       std::to_string(diary.person));
  person.Add(Option("diaryform.person.none", std::to_string(kNone), c.Ui("web.diary.nobody")));
  for (const PersonView& view : c.customer().people) {
    if (!view.known) continue;
    const std::string id = std::to_string(view.id);
    person.Add(Option("diaryform.person." + id, id, c.PersonTitled(view.id)));
  }
  dialog.Add(std::move(person));
  Node bar = Group("diaryform.bar", Role::kBar);
  bar.Add(TimedControl(c, "diaryform.add", c.Ui("web.diary.save"), "diary:add", c.see.minutes.diary,
                       Role::kPrimary));
  bar.Add(Control(c, "diaryform.close", c.Ui("web.close"), "ui:dialog:", Role::kQuiet));
  dialog.Add(std::move(bar));
  return dialog;
}

Node Help(const Context& c) {
  Node dialog = Dialog("help", c.Ui("web.help"));
  for (int i = 1; i <= 6; ++i) {
    const std::string number = std::to_string(i);
    dialog.Add(Words("help." + number, c.Ui("web.help." + number), Role::kNote));
  }
  Node zoom = Group("help.zoom", Role::kBar, c.Ui("web.zoom"));
  zoom.Add(Words("help.zoom.name", c.Ui("web.zoom"), Role::kSmall));
  for (const int percent : {90, 100, 125, 150}) {
    const std::string text = std::to_string(percent);
    Node chip = Control(c, "help.zoom." + text, text + "%", "ui:zoom:" + text, Role::kChip);
    chip.selected = c.ui.zoom == percent;
    zoom.Add(std::move(chip));
  }
  dialog.Add(std::move(zoom));
  Node bar = Group("help.bar", Role::kBar);
  bar.Add(Control(c, "help.briefing", c.Ui("web.briefing.again"), "ui:dialog:briefing"));
  if (c.cases != nullptr && c.cases->size() > 1) {
    bar.Add(Control(c, "help.cases", c.Ui("web.cases"), "ui:dialog:cases"));
  }
  bar.Add(Control(c, "help.export", c.Ui("web.save.export"), "app:export"));
  bar.Add(Control(c, "help.import", c.Ui("web.save.import"), "app:import"));
  bar.Add(Control(c, "help.restart", c.Ui("web.restart"), "ui:dialog:restart"));
  bar.Add(Control(c, "help.close", c.Ui("web.close"), "ui:dialog:", Role::kQuiet));
  dialog.Add(std::move(bar));
  return dialog;
}

Node Restart(const Context& c) {
  Node dialog = Dialog("restart", c.Ui("web.restart"));
  dialog.Add(Words("restart.text", c.Ui("web.restart.text")));
  Node bar = CloseBar(c, "restart");
  bar.children.insert(bar.children.begin(), Control(c, "restart.go", c.Ui("web.restart.go"),
                                                    "app:again", Role::kPrimary));
  dialog.Add(std::move(bar));
  return dialog;
}

// A letter to nobody, or without a sum: what it will cost, before it goes.
Node LetterAsk(const Context& c) {
  const LetterCheck check = CheckLetter(c);
  const std::string key = LetterWarning(check);
  if (key.empty()) return Node{};
  Node dialog = Dialog("letterask", c.Ui("web.letter.ask"));
  dialog.Add(Words("letterask.text", c.Ui("letter.warning." + key), Role::kNote, Shade::kWarn));
  Node bar = Group("letterask.bar", Role::kBar);
  bar.Add(Control(c, "letterask.back", c.Ui("web.letter.ask.back"), "ui:dialog:", Role::kPrimary));
  bar.Add(Control(c, "letterask.send", c.Ui("web.letter.ask.send"), "letter:send_anyway",
                  Role::kQuiet));
  dialog.Add(std::move(bar));
  return dialog;
}

// A post everybody reads, or words that break a rule.
Node MessageAsk(const Context& c) {
  const MessageDraft draft = DraftedMessage(c);
  Node dialog = Dialog("messageask", c.Ui("web.messages.ask"));
  if (draft.command.person == kNone) {
    dialog.Add(
        Words("messageask.group", c.Ui("web.messages.ask.group"), Role::kNote, Shade::kWarn));
  }
  AddMessageOffences(c, draft, "messageask.offence.", dialog);
  if (draft.reading.flags != 0) {
    dialog.Add(Words("messageask.words", c.Ui("web.messages.ask.words"), Role::kNote, Shade::kWarn));
  }
  Node bar = Group("messageask.bar", Role::kBar);
  bar.Add(
      Control(c, "messageask.back", c.Ui("web.messages.ask.back"), "ui:dialog:", Role::kPrimary));
  bar.Add(Control(c, "messageask.send", c.Ui("web.messages.ask.send"), "message:send_anyway",
                  Role::kQuiet));
  dialog.Add(std::move(bar));
  return dialog;
}

// Another case; where one stands in this one is kept.
Node Cases(const Context& c) {
  Node dialog = Dialog("casemenu", c.Ui("web.cases.choose"));
  dialog.Add(Words("casemenu.hint", c.Ui("web.cases.hint"), Role::kSmall, Shade::kMuted));
  dialog.Add(CaseMenu(c.words.language(), *c.cases, std::string(CaseId(c.words.scenario()))));
  dialog.Add(CloseBar(c, "casemenu"));
  return dialog;
}

}  // namespace

Node OpenDialog(const Context& c) {
  if (c.ui.dialog == "briefing") return Briefing(c);
  if (c.ui.dialog == "wait") return Waiting(c);
  if (c.ui.dialog == "diary") return Diary(c);
  if (c.ui.dialog == "help") return Help(c);
  if (c.ui.dialog == "restart") return Restart(c);
  if (c.ui.dialog == "letter" && !c.see.customers.empty()) return LetterAsk(c);
  if (c.ui.dialog == "message" && !c.see.customers.empty() && c.customer().messages) {
    return MessageAsk(c);
  }
  if (c.ui.dialog == "cases" && c.cases != nullptr) return Cases(c);
  return Node{};
}

}  // namespace huikuan::web
