/// Reading types that list their own fields: settings, every one of which has a default, and records, which are read whole.
#pragma once

#include "bindings/read.hpp"

namespace hcx::wasm {

/// A record, such as a plane: an object in which every field must be there, called "plane.origin" in messages, and other keys
/// are allowed. Types with fields are settings unless they are said to be records.
template <class T>
inline constexpr bool is_record = false;
/// Settings that lack a default for one of their fields cannot be left out.
template <class T>
inline constexpr bool may_be_left_out = true;

template <class T>
concept Record = HasFields<T> && is_record<T>;
template <class T>
concept Settings = HasFields<T> && !is_record<T>;

/// Declared here so that fields may be records and settings themselves.
template <Record T>
void read(const val& value, const std::string& name, T& into);
template <Settings T>
void read(const val& value, const std::string& name, T& into);

/// Visits a settings type's fields: reads those that the object has and remembers all names.
class FieldReader {
 public:
  explicit FieldReader(const val& object) : object_(object) {}

  template <class Field>
  void operator()(const char* name, Field& field) {
    known_.emplace_back(name);
    const val value = object_[name];
    if (is_record<Field> || !value.isUndefined()) read(value, name, field);
  }
  /// Weights spread over two keys: both or neither.
  void operator()(const char* W, const char* alpha, std::optional<Network>& field);

  const std::vector<std::string>& known() const { return known_; }

 private:
  const val& object_;
  std::vector<std::string> known_;
};

/// Visits a record's fields and reads each.
class RecordReader {
 public:
  RecordReader(const val& object, const std::string& name) : object_(object), name_(name) {}

  template <class Field>
  void operator()(const char* name, Field& field) {
    read(object_[name], name_ + "." + name, field);
  }

 private:
  const val& object_;
  const std::string& name_;
};

template <Record T>
void read(const val& value, const std::string& name, T& into) {
  require_object(value, name);
  T::fields(into, RecordReader(value, name));
}

/// Settings from an object (undefined: the defaults); unknown keys are refused.
template <Settings T>
void read(const val& value, const std::string& name, T& into) {
  if (may_be_left_out<T> && value.isUndefined()) return;
  require_object(value, name);
  FieldReader reader(value);
  T::fields(into, reader);
  refuse_unknown_keys(value, name, reader.known());
}

/// An argument of an exposed function, by its type. A val is handed on as it is, an optional one may be undefined; a type that
/// is read in a way of its own has a specialisation.
template <class T>
struct ReadArgument {
  static T from(const val& value, const std::string& name) {
    T into{};
    read(value, name, into);
    return into;
  }
};
template <>
struct ReadArgument<val> {
  static val from(const val& value, const std::string&) { return value; }
};
template <class T>
struct ReadArgument<std::optional<T>> {
  static std::optional<T> from(const val& value, const std::string& name) {
    if (value.isUndefined()) return std::nullopt;
    return ReadArgument<T>::from(value, name);
  }
};

template <class T>
T argument(const val& value, const char* name) {
  return ReadArgument<T>::from(value, name);
}

}  // namespace hcx::wasm
