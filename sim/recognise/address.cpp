// How words address somebody: by title, as friends do, or without any courtesy.
#include <algorithm>
#include <array>
#include <string>

#include "huikuan/recognise.h"

namespace huikuan {

namespace {

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool Latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Where `name` stands in `words`, as whole words where it is Latin; npos: nowhere.
std::size_t Stands(const std::string& words, const std::string& name, std::size_t from = 0) {
  for (std::size_t at = words.find(name, from); !name.empty() && at != std::string::npos;
       at = words.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool before = at > 0 && Latin(words[at - 1]) && Latin(name.front());
    const bool after = end < words.size() && Latin(words[end]) && Latin(name.back());
    if (!before && !after) return at;
  }
  return std::string::npos;
}
bool Says(const std::string& words, const std::string& name) {
  return Stands(words, name) != std::string::npos;
}

// The family name of a Chinese title form ("陆经理" → "陆"); "" where the form is no such thing.
std::string FamilyOf(const std::string& title) {
  constexpr std::size_t kCharacter = 3;  // bytes of a Chinese character
  if (title.size() < 2 * kCharacter || Latin(title.front())) return {};
  const std::string first = title.substr(0, kCharacter);
  if (first == "小" || first == "老" || first == "阿") return {};
  return first;
}

// English "Ms Lu" → "lu".
std::string SurnameOf(const std::string& title) {
  const std::size_t blank = title.rfind(' ');
  if (blank == std::string::npos || !Latin(title.front())) return {};
  return Lower(title.substr(blank + 1));
}

bool ByTitle(const std::string& words, const CalledBy& called) {
  constexpr std::array<std::string_view, 19> kTitles = {
      "总",   "经理", "会计", "主任", "科长", "处长", "院长", "部长", "主管", "总监",
      "老师", "师傅", "工",   "老板", "主席", "先生", "女士", "出纳", "厂长"};
  for (const std::string& title : called.title) {
    if (Says(words, Lower(title))) return true;
    const std::string family = FamilyOf(title);
    for (const std::string_view rank : kTitles) {
      if (!family.empty() && Says(words, family + std::string(rank))) return true;
    }
    const std::string surname = SurnameOf(title);
    for (const char* form : {"mr ", "mr. ", "ms ", "ms. ", "mrs ", "mrs. ", "dr ", "dr. ", "miss "}) {
      if (!surname.empty() && Says(words, form + surname)) return true;
    }
  }
  return Says(words, "sir") || Says(words, "madam");
}

bool AsFriends(const std::string& words, const CalledBy& called) {
  for (const std::string& name : called.familiar) {
    if (Says(words, Lower(name))) return true;
  }
  for (const std::string& title : called.title) {
    const std::string family = FamilyOf(title);
    if (family.empty()) continue;
    for (const char* before : {"小", "老", "阿"}) {
      if (Says(words, before + family)) return true;
    }
    for (const char* after : {"哥", "姐", "兄", "弟"}) {
      if (Says(words, family + after)) return true;
    }
  }
  for (const char* form : {"buddy", "mate", "my friend", "哥们", "兄弟", "老弟", "大姐", "亲爱的"}) {
    if (Says(words, form)) return true;
  }
  return false;
}

bool Bare(const std::string& words, const CalledBy& called) {
  for (const std::string& title : called.title) {
    const std::string family = FamilyOf(title);
    if (!family.empty() && Says(words, "姓" + family + "的")) return true;
    // "Look, Lu, …": a surname alone, set off from the rest.
    const std::string surname = SurnameOf(title);
    for (std::size_t at = Stands(words, surname); !surname.empty() && at != std::string::npos;
         at = Stands(words, surname, at + 1)) {
      const std::size_t end = at + surname.size();
      const bool opens = at == 0 || (at >= 2 && words[at - 2] == ',' && words[at - 1] == ' ');
      const bool closes = end == words.size() || std::string_view(",.!?").find(words[end]) !=
                                                     std::string_view::npos;
      if (opens && closes) return true;
    }
  }
  return Says(words, "hey you") || words.rfind("oi,", 0) == 0;
}

// 您; or 你 that means the listener, not their firm (你们, 你方, 你公司).
Address ByPronoun(const std::string& words) {
  if (Says(words, "您")) return Address::kTitle;
  constexpr std::string_view kYou = "你";
  for (std::size_t at = words.find(kYou); at != std::string::npos; at = words.find(kYou, at + 1)) {
    const std::string_view after = std::string_view(words).substr(at + kYou.size());
    const auto begins = [&](std::string_view with) { return after.substr(0, with.size()) == with; };
    if (begins("们") || begins("方") || begins("公司") || begins("单位") || begins("好")) continue;
    return Address::kFamiliar;
  }
  return Address::kAsFits;
}

}  // namespace

Address AddressIn(std::string_view typed, const CalledBy& called) {
  constexpr std::size_t kMostBytes = 3000;
  const std::string words = Lower(typed.substr(0, kMostBytes));
  // Contempt outweighs a title used with it; a title outweighs the pronoun beside it.
  if (Bare(words, called)) return Address::kBare;
  if (ByTitle(words, called)) return Address::kTitle;
  if (AsFriends(words, called)) return Address::kFamiliar;
  return ByPronoun(words);
}

}  // namespace huikuan
