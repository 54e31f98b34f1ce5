// Our own departments: what they can do for this customer, how long it takes.
#include "model/panels.h"

namespace huikuan::web {
namespace {

std::string Terms(const Context& c, const TaskView& task) {
  std::string words = c.Minutes(task.minutes);
  if (task.lead_days_max > 0) {
    words += c.Ui("web.list_comma") +
             (task.lead_days_min == task.lead_days_max
                  ? c.Ui("web.task.lead_one", {{"n", std::to_string(task.lead_days_max)}})
                  : c.Ui("web.task.lead", {{"min", std::to_string(task.lead_days_min)},
                                           {"max", std::to_string(task.lead_days_max)}}));
  }
  if (task.cost > 0) words += c.Ui("web.list_comma") + c.Money(task.cost);
  return words;
}

Node TaskNode(const Context& c, const TaskView& task) {
  const std::string key = "task." + std::to_string(task.id);
  Node row = Group(key, Role::kStack);
  Node button = Control(c, key + ".order", c.Text(task.title), "task:" + std::to_string(task.id),
                        Role::kOffer);
  if (task.state == TaskState::kRunning) {
    button.enabled = false;
    button.hint = task.due == kNoDate ? c.Ui("web.task.running")
                                      : c.Ui("web.task.due", {{"date", c.Short(task.due)}});
    button.tone = Shade::kWarn;
  } else if (task.state == TaskState::kDone && !button.enabled) {
    button.hint = c.Ui("web.task.done");
    button.tone = Shade::kGood;
  } else if (task.refusal != 0) {
    button.hint = c.Ui("web.task.refused", {{"reason", c.Text(task.refusal)}});
    button.tone = Shade::kWarn;
  } else if (button.enabled) {
    button.hint = Terms(c, task);
  } else if (c.see.conversation) {
    button.hint.clear();  // one reason for all of them, and plain to see
  }
  row.Add(std::move(button));
  if (task.note != 0 && row.children[0].enabled) {
    row.Add(Words(key + ".note", c.Text(task.note), Role::kSmall, Shade::kMuted));
  }
  return row;
}

}  // namespace

Node TasksPanel(const Context& c) {
  Node card = Group("tasks", Role::kCard, c.Ui("web.tasks"));
  card.Add(Heading("tasks.title", 2, c.Ui("web.tasks")));
  for (int department = 0; department < kDepartments; ++department) {
    Node group = Group("tasks." + std::to_string(department), Role::kStack);
    group.Add(Heading("tasks." + std::to_string(department) + ".name", 3,
                      c.Ui("web.department." + std::to_string(department))));
    for (const TaskView& task : c.customer().tasks) {
      if (static_cast<int>(task.department) == department) group.Add(TaskNode(c, task));
    }
    if (group.children.size() > 1) card.Add(std::move(group));
  }
  return card;
}

}  // namespace huikuan::web
