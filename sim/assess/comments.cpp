#include "assess/comments.h"

#include "assess/lines.h"

namespace huikuan::assess {

namespace {

CustomerId CustomerIn(const Command& command, CustomerId otherwise) {
  return std::visit(
      [otherwise](const auto& c) -> CustomerId {
        if constexpr (requires { c.customer; }) {
          return c.customer;
        } else {
          return otherwise;
        }
      },
      command);
}

template <class T, class Member>
TextRef TextOf(const std::vector<T>& items, std::uint8_t at, Member member) {
  return at < items.size() ? items[at].*member : 0;
}

// What a reply of this kind tells, where it carries nothing else; null: nothing worth saying.
const char* TellsOfKind(content::ReplyKind kind) {
  using content::ReplyKind;
  switch (kind) {
    case ReplyKind::kDefer:
    case ReplyKind::kDeny:
    case ReplyKind::kRefuse:
      return "tells.put_off";
    case ReplyKind::kDeflect:
      return "tells.referred";
    case ReplyKind::kPlead:
      return "tells.pleads";
    case ReplyKind::kDispute:
    case ReplyKind::kRequestDocument:
      return "tells.dispute";
    case ReplyKind::kPromiseVague:
      return "tells.vague";
    case ReplyKind::kPromiseDated:
      return "tells.dated";
    case ReplyKind::kAgree:
      return "tells.agrees";
    case ReplyKind::kHangUp:
      return "tells.hangs_up";
    case ReplyKind::kDontKnow:
      return "tells.does_not_know";
    case ReplyKind::kTellGate:
      return "tells.gate";
    default:
      return nullptr;
  }
}

Comment TellsOfReply(const Scenario& content, const Event& event) {
  Comment comment;
  const content::Customer& customer = content.customers[event.customer];
  comment.args.push_back(TextArg("person", TextOf(customer.people, event.person, &content::Person::name)));
  if (event.fact < customer.facts.size()) {
    const content::Fact& fact = customer.facts[event.fact];
    comment.key = fact.problem ? "tells.problem" : "tells.fact";
    comment.args.push_back(TextArg("fact", fact.text));
  } else if (event.objection < content.objections.size()) {
    comment.key = "tells.objection";
    comment.args.push_back(TextArg("objection", content.objections[event.objection].label));
  } else if (event.reply < content.replies.size()) {
    const char* key = TellsOfKind(content.replies[event.reply].kind);
    if (key != nullptr) comment.key = key;
    comment.args.push_back(
        TextArg("other", TextOf(customer.people, event.other, &content::Person::name)));
  }
  return comment;
}

}  // namespace

Comment CommentFor(const Scenario& content, const world::Known& known, const bots::Reason& reason,
                   const Command& command) {
  Comment comment;
  const std::string_view key = bots::KeyOf(reason);
  if (key.empty()) return comment;
  comment.key = "why." + std::string(key);
  const content::Customer& customer =
      content.customers[CustomerIn(command, known.conversation.customer)];
  const auto add = [&](const char* name, TextRef text) {
    comment.args.push_back(TextArg(name, text));
  };
  add("person", TextOf(customer.people, reason.person, &content::Person::name));
  add("fact", TextOf(customer.facts, reason.fact, &content::Fact::text));
  add("document", TextOf(customer.documents, reason.document, &content::Document::title));
  add("objection", TextOf(content.objections, reason.objection, &content::Objection::label));
  add("task", TextOf(content.tasks, reason.task, &content::Task::title));
  if (reason.why == bots::Why::kAskPayment && reason.date == kNoDate) {
    comment.key = "why.ask_payment_any";
  }
  comment.args.push_back(DateArg("date", reason.date));
  return comment;
}

std::vector<Comment> Tells(const Scenario& content, std::span<const Event> events,
                           std::size_t first) {
  std::vector<Comment> out;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    Comment comment;
    if (event.kind == EventKind::kReplied) comment = TellsOfReply(content, event);
    if (event.kind == EventKind::kNoAnswer) comment.key = "tells.no_answer";
    if (comment.key.empty()) continue;
    comment.answer = true;
    comment.after = first + i;
    out.push_back(std::move(comment));
  }
  return out;
}

}  // namespace huikuan::assess
