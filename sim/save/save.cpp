#include "save/save.h"

#include "core/hash.h"
#include "save/bits.h"
#include "save/packing.h"

namespace huikuan::save {

namespace {

constexpr std::size_t kMaxCommands = 16383;
constexpr std::size_t kMaxText = 64000;

std::uint32_t CaseKey(const Scenario& content) {
  return static_cast<std::uint32_t>(HashText(1, content.id));
}

std::uint32_t Checksum(const std::vector<std::uint8_t>& bytes, std::size_t size) {
  return static_cast<std::uint32_t>(HashBytes(2, bytes.data(), size));
}

Error Damaged() { return Error{"save.damaged", {}, {}}; }

}  // namespace

std::string Encode(const Scenario& content, const SaveFile& save) {
  BitWriter out;
  out.Put(kSaveVersion, 8);
  out.Put(CaseKey(content), 32);
  out.Put(content.rules_hash, 64);
  out.Put(save.seed, 64);
  out.Put(save.commands.size(), 14);
  for (const Command& command : save.commands) PackCommand(content, command, out);
  for (const std::uint16_t check : save.checks) out.Put(check, 16);
  out.Put(save.final_hash, 32);
  std::vector<std::uint8_t> bytes = out.bytes();
  const std::uint32_t sum = Checksum(bytes, bytes.size());
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<std::uint8_t>(sum >> (8 * i)));
  return Base64Url(bytes);
}

Result<SaveFile> Decode(const Scenario& content, std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) {
    text.remove_suffix(1);
  }
  std::vector<std::uint8_t> bytes;
  if (text.size() > kMaxText || !FromBase64Url(text, &bytes) || bytes.size() < 31) return Damaged();
  const std::size_t size = bytes.size() - 4;
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < 4; ++i) sum |= static_cast<std::uint32_t>(bytes[size + i]) << (8 * i);
  if (sum != Checksum(bytes, size)) return Damaged();
  BitReader in(bytes.data(), size);
  const auto version = static_cast<int>(in.Get(8));
  if (version != kSaveVersion) return Error{"save.version", {std::to_string(version)}, {}};
  if (in.Get(32) != CaseKey(content)) return Error{"save.case", {content.id}, {}};
  if (in.Get(64) != content.rules_hash) return Error{"save.rules", {content.id}, {}};
  SaveFile save;
  save.seed = in.Get(64);
  const std::size_t count = in.Get(14);
  if (count > kMaxCommands) return Damaged();
  save.commands.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    Command command;
    if (!UnpackCommand(content, in, &command)) return Damaged();
    save.commands.push_back(command);
  }
  for (std::size_t i = 0; i < count / kCheckEvery; ++i) {
    save.checks.push_back(static_cast<std::uint16_t>(in.Get(16)));
  }
  save.final_hash = static_cast<std::uint32_t>(in.Get(32));
  if (!in.ok()) return Damaged();
  return save;
}

}  // namespace huikuan::save
