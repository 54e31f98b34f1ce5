// Messages on the page: drafted by channel, purpose and person, sent after a second look where
// everybody reads it, shown as they were typed.
#include <gtest/gtest.h>

#include "huikuan/session.h"
#include "model/actions.h"
#include "model/message_draft.h"
#include "model/panels.h"
#include "unit/test_bundle.h"

namespace huikuan::web {
namespace {

struct WritingDesk {
  explicit WritingDesk(const char* language = "en")
      : words{Language::Load(test::RealBundle(), language).value(), scenario} {}
  ScenarioPtr scenario = LoadScenario(test::RealBundle(), "county-hospital").scenario;
  Session session = std::move(Session::Start(scenario, 1)).value();
  Phrasebook words;
  Checker check = [this](const Command& command) { return session.Check(command); };
  UiState ui;
  Observation see = session.Observe();
  Context context() { return {see, words, ui, check}; }
  std::string Purpose(const std::string& title) {
    for (const MessagePurposeView& purpose : see.customers[0].messages->purposes) {
      if (words.Text(purpose.title) == title) return std::to_string(purpose.id);
    }
    ADD_FAILURE() << "no purpose " << title;
    return "0";
  }
  Parsed Press(const char* action) { return ParseAction(context(), action, ""); }
  void Send(const Submission& submission) {
    ASSERT_TRUE(session.Submit(submission.command, submission.words).ok());
    see = session.Observe();
  }
};

TEST(WebMessages, OnlyWhereTheCaseHasThem) {
  WritingDesk desk;
  EXPECT_NE(FindNode(DeskTree(desk.context()), "tab.messages"), nullptr);
  const ScenarioPtr first = LoadScenario(test::RealBundle(), "first-invoice").scenario;
  Session session = std::move(Session::Start(first, 1)).value();
  const Observation see = session.Observe();
  EXPECT_FALSE(see.customers[0].messages.has_value());
  const Phrasebook words{Language::Load(test::RealBundle(), "en").value(), first};
  const Checker check = [&](const Command& command) { return session.Check(command); };
  const UiState ui;
  EXPECT_EQ(FindNode(DeskTree({see, words, ui, check}), "tab.messages"), nullptr);
}

TEST(WebMessages, TheDraftIsWhatGoes) {
  WritingDesk desk;
  desk.ui.drafts["message.purpose"] = desk.Purpose("Ask where it stands");
  const MessageDraft draft = DraftedMessage(desk.context());
  EXPECT_FALSE(draft.words.empty());
  EXPECT_FALSE(draft.edited);
  const Node panel = MessagesPanel(desk.context());
  const Node* send = FindNode(panel, "message.send");
  ASSERT_NE(send, nullptr);
  EXPECT_TRUE(send->enabled);
  EXPECT_FALSE(send->hint.empty());  // its minutes
  EXPECT_EQ(FindNode(panel, "message.words")->value, draft.words);
  const Parsed parsed = desk.Press("message:send");
  ASSERT_TRUE(std::holds_alternative<Submission>(parsed));
  desk.Send(std::get<Submission>(parsed));
  const Node after = MessagesPanel(desk.context());
  ASSERT_NE(FindNode(after, "messages.thread"), nullptr);
  EXPECT_EQ(FindNode(after, "messages.thread")->children.front().label, draft.words);
  EXPECT_NE(FindNode(after, "messages.pending"), nullptr);
}

TEST(WebMessages, WechatWithoutTheirContactSaysWhyNot) {
  WritingDesk desk;
  desk.ui.drafts["message.channel"] = "1";
  const Node panel = MessagesPanel(desk.context());
  const Node* send = FindNode(panel, "message.send");
  ASSERT_NE(send, nullptr);
  EXPECT_FALSE(send->enabled);
  EXPECT_FALSE(send->hint.empty());
}

TEST(WebMessages, APostInTheGroupIsAskedFirst) {
  WritingDesk desk("zh");
  desk.ui.drafts["message.to"] = "group";
  desk.ui.drafts["message.purpose"] = desk.Purpose("在项目群里点名催款");
  const Node panel = MessagesPanel(desk.context());
  EXPECT_NE(FindNode(panel, "message.members"), nullptr);
  EXPECT_NE(FindNode(panel, "message.outsiders"), nullptr);
  const Parsed parsed = desk.Press("message:send");
  ASSERT_TRUE(std::holds_alternative<UiChange>(parsed));
  ApplyUi(desk.context(), std::get<UiChange>(parsed), desk.ui);
  EXPECT_EQ(desk.ui.dialog, "message");
  const Node dialog = OpenDialog(desk.context());
  EXPECT_NE(FindNode(dialog, "messageask.group"), nullptr);
  const Parsed anyway = desk.Press("message:send_anyway");
  ASSERT_TRUE(std::holds_alternative<Submission>(anyway));
  desk.Send(std::get<Submission>(anyway));
  EXPECT_EQ(desk.see.breaches, 1);
}

TEST(WebMessages, OwnWordsAreReadWarnedOfAndKept) {
  WritingDesk desk;
  desk.ui.drafts["message.purpose"] = desk.Purpose("Ask where it stands");
  desk.ui.drafts["message.words"] = "Pay this week or we will put up a banner at your gate.";
  const MessageDraft draft = DraftedMessage(desk.context());
  EXPECT_TRUE(draft.edited);
  EXPECT_NE(draft.command.flags & kMessageThreat, 0);
  EXPECT_NE(FindNode(MessagesPanel(desk.context()), "message.offence.1"), nullptr);
  ASSERT_TRUE(std::holds_alternative<UiChange>(desk.Press("message:send")));
  const Parsed anyway = desk.Press("message:send_anyway");
  ASSERT_TRUE(std::holds_alternative<Submission>(anyway));
  desk.Send(std::get<Submission>(anyway));
  EXPECT_EQ(desk.see.breaches, 1);
  const Node panel = MessagesPanel(desk.context());
  EXPECT_EQ(FindNode(panel, "messages.thread")->children.front().label,
            "Pay this week or we will put up a banner at your gate.");
}

TEST(WebMessages, HostileTextIsShownAsWords) {
  WritingDesk desk;
  desk.ui.drafts["message.words"] =
      "<img src=x onerror=alert(1)>\x01\xe2\x80\xae{amount}\xe2\x81\xa6 \xf0\x9f\x98\x80";
  desk.ui.drafts["message.purpose"] = desk.Purpose("Ask where it stands");
  const Parsed parsed = desk.Press("message:send");
  ASSERT_TRUE(std::holds_alternative<Submission>(parsed));
  desk.Send(std::get<Submission>(parsed));
  const Node panel = MessagesPanel(desk.context());
  EXPECT_EQ(FindNode(panel, "messages.thread")->children.front().label,
            "<img src=x onerror=alert(1)> {amount} \xf0\x9f\x98\x80");
  const std::string json = NodeJson(panel);
  EXPECT_EQ(json.find('\x01'), std::string::npos);
  EXPECT_FALSE(desk.session.Save().empty());
}

TEST(WebMessages, BothLanguagesHaveWordsForEveryPurpose) {
  for (const char* tag : {"zh", "en"}) {
    WritingDesk desk(tag);
    for (const MessagePurposeView& purpose : desk.see.customers[0].messages->purposes) {
      desk.ui.drafts["message.purpose"] = std::to_string(purpose.id);
      const MessageDraft draft = DraftedMessage(desk.context());
      EXPECT_FALSE(draft.words.empty());
      EXPECT_EQ(draft.words.find("{claim"), std::string::npos) << draft.words;
      EXPECT_EQ(draft.words.find("⟦"), std::string::npos) << draft.words;
    }
  }
}

}  // namespace
}  // namespace huikuan::web
