// Parts of a review on their way between a worker and the page: cereal's portable binary archive
// behind a checksum. Nothing here is kept: a part is read by the build that wrote it.
#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/string.hpp>
#include <exception>
#include <sstream>

#include "content/scenario.h"
#include "core/hash.h"
#include "huikuan/review.h"
#include "save/bits.h"
#include "save/packing.h"

namespace huikuan {

namespace {

constexpr std::uint32_t kMost = 20000;  // of anything there are several of
constexpr std::size_t kLargest = 8u << 20;
constexpr std::size_t kSum = 8;  // bytes of the checksum before the rest

struct Damaged : std::exception {};

std::uint64_t Sum(const Scenario& scenario, std::string_view bytes) {
  return HashBytes(scenario.rules_hash, bytes.data(), bytes.size());
}

template <class Archive>
class Writer {
 public:
  Writer(const Scenario& scenario, Archive& archive) : scenario_(scenario), archive_(archive) {}
  template <class Value>
  void Plain(Value& value) {
    archive_(value);
  }
  template <class Enum>
  void Choice(Enum& value, int) {
    archive_(static_cast<std::uint8_t>(value));
  }
  void One(Command& command) {
    save::BitWriter bits;
    save::PackCommand(scenario_, command, bits);
    archive_(std::string(bits.bytes().begin(), bits.bytes().end()));
  }
  template <class Item, class Each>
  void Several(std::vector<Item>& items, Each each) {
    archive_(static_cast<std::uint32_t>(items.size()));
    for (Item& item : items) each(item);
  }

 private:
  const Scenario& scenario_;
  Archive& archive_;
};

template <class Archive>
class Reader {
 public:
  Reader(const Scenario& scenario, Archive& archive) : scenario_(scenario), archive_(archive) {}
  template <class Value>
  void Plain(Value& value) {
    archive_(value);
  }
  template <class Enum>
  void Choice(Enum& value, int count) {
    std::uint8_t number = 0;
    archive_(number);
    if (number >= count) throw Damaged();
    value = static_cast<Enum>(number);
  }
  void One(Command& command) {
    std::string bytes;
    archive_(bytes);
    save::BitReader bits(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    if (!save::UnpackCommand(scenario_, bits, &command)) throw Damaged();
  }
  template <class Item, class Each>
  void Several(std::vector<Item>& items, Each each) {
    std::uint32_t count = 0;
    archive_(count);
    if (count > kMost) throw Damaged();
    items.clear();
    for (std::uint32_t i = 0; i < count; ++i) each(items.emplace_back());
  }

 private:
  const Scenario& scenario_;
  Archive& archive_;
};

// What there is of a decision, once for both directions.
template <class Stream>
void Visit(Stream& stream, ReviewedDecision& d) {
  stream.Plain(d.index);
  stream.Plain(d.day);
  stream.Plain(d.date);
  stream.Plain(d.customer);
  stream.Plain(d.person);
  stream.Plain(d.about);
  stream.One(d.command);
  stream.One(d.best);
  stream.One(d.book);
  stream.Plain(d.behind);
  stream.Plain(d.behind_se);
  stream.Choice(d.verdict, kVerdicts);
  stream.Plain(d.loss);
  stream.Plain(d.se);
  stream.Plain(d.exposure);
  stream.Plain(d.hindsight);
  stream.Several(d.causes, [&](ReviewedCause& cause) {
    stream.Plain(cause.id);
    stream.Choice(cause.basis, kBases);
    stream.Plain(cause.loss_without);
  });
  stream.Several(d.options, [&](Command& command) { stream.One(command); });
}

template <class Stream>
void Visit(Stream& stream, Review& part) {
  stream.Several(part.decisions, [&](ReviewedDecision& d) { Visit(stream, d); });
  stream.Plain(part.luck.base);
  stream.Plain(part.luck.skill);
  stream.Plain(part.luck.luck);
  stream.Plain(part.luck.outcome);
  stream.Plain(part.complete);
}

}  // namespace

std::string PackReview(const Scenario& scenario, const Review& part) {
  std::ostringstream out;
  Review copy = part;  // one visitor serves both directions, and reading writes
  {
    cereal::PortableBinaryOutputArchive archive(out);
    Writer writer(scenario, archive);
    Visit(writer, copy);
  }
  const std::string body = out.str();
  std::string bytes;
  const std::uint64_t sum = Sum(scenario, body);
  for (std::size_t i = 0; i < kSum; ++i) bytes += static_cast<char>(sum >> (8 * i) & 0xFF);
  return bytes + body;
}

Result<Review> UnpackReview(const Scenario& scenario, std::string_view bytes) {
  const Error damaged{"review.damaged", {}, {}};
  if (bytes.size() <= kSum || bytes.size() > kLargest) return damaged;
  const std::string_view body = bytes.substr(kSum);
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < kSum; ++i) {
    sum |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  if (sum != Sum(scenario, body)) return damaged;
  std::istringstream in{std::string(body)};
  Review part;
  try {
    cereal::PortableBinaryInputArchive archive(in);
    Reader reader(scenario, archive);
    Visit(reader, part);
  } catch (const std::exception&) {
    return damaged;
  }
  return part;
}

}  // namespace huikuan
