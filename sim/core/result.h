// Result<T>: a value or an Error. Errors are codes with arguments and a place; words are made from
// them at the edge, in the reader's language (see Phrasebook::Explain). Nothing here throws.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace huikuan {

// Where in authored material or input an error lies. Lines and columns start at 1; 0 = unknown.
// Columns count UTF-8 bytes, as editors' "go to" expects for ASCII-indented JSON.
struct Where {
  std::string file;
  int line = 0;
  int column = 0;
};

struct Error {
  std::string code;               // stable, dotted, lower case: "save.damaged"
  std::vector<std::string> args;  // fill {0}, {1} … of the message "error.<code>"
  Where where;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}      // NOLINT: implicit by design
  Result(Error error) : held_(std::move(error)) {}  // NOLINT: implicit by design
  bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }
  // Precondition: ok().
  const T& value() const& { return std::get<0>(held_); }
  T& value() & { return std::get<0>(held_); }
  T&& value() && { return std::get<0>(std::move(held_)); }
  const T* operator->() const { return &std::get<0>(held_); }
  T* operator->() { return &std::get<0>(held_); }
  // Precondition: !ok().
  const Error& error() const { return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

// Success or an Error.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Error error) : error_(std::move(error)), ok_(false) {}  // NOLINT: implicit by design
  bool ok() const { return ok_; }
  explicit operator bool() const { return ok_; }
  const Error& error() const { return error_; }

 private:
  Error error_;
  bool ok_ = true;
};

}  // namespace huikuan
