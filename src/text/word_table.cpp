#include "text/word_table.hpp"

#include <unicode/uchar.h>

#include "base/utf8.hpp"

namespace maillon::text {

FoldedForm::FoldedForm(std::string_view form) {
  if (form.size() > kCapacity) return;
  for (std::size_t at = 0; at < form.size();) {
    const auto first = static_cast<unsigned char>(form[at]);
    if (first < 0x80) {
      const bool upper = first >= 'A' && first <= 'Z';
      bytes_[size_++] = static_cast<char>(upper ? first + 32 : first);
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = utf8::next(form, at);
    if (c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0xB4) {
      bytes_[size_++] = '\'';
    } else if (c == 0x2010 || c == 0x2011) {
      bytes_[size_++] = '-';
    } else {
      // Simple lower case never takes more bytes than the capital for the letters of our lists.
      const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
      if (lower >= 0x80 && lower < 0x800) {
        bytes_[size_++] = static_cast<char>(0xC0 | (lower >> 6));
        bytes_[size_++] = static_cast<char>(0x80 | (lower & 0x3F));
      } else {
        for (std::size_t i = begin; i < at; ++i) bytes_[size_++] = form[i];
      }
    }
  }
}

namespace {

std::size_t hash(std::string_view form) {
  std::uint64_t h = 14695981039346656037ULL;
  for (const char c : form) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return static_cast<std::size_t>(h ^ (h >> 29));
}

}  // namespace

std::size_t WordTable::slot_of(std::string_view form) const {
  std::size_t i = hash(form) & (slots_.size() - 1);
  while (slots_[i].flags != 0 && std::string_view(bytes_).substr(slots_[i].begin, slots_[i].size) != form) {
    i = (i + 1) & (slots_.size() - 1);
  }
  return i;
}

void WordTable::grow() {
  std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.flags != 0) slots_[slot_of(std::string_view(bytes_).substr(slot.begin, slot.size))] = slot;
  }
}

void WordTable::add(std::string_view form, Flags flags) {
  if (flags == 0) return;
  if (2 * (used_ + 1) > slots_.size()) grow();
  Slot& slot = slots_[slot_of(form)];
  if (slot.flags == 0) {
    slot.begin = static_cast<std::uint32_t>(bytes_.size());
    slot.size = static_cast<std::uint32_t>(form.size());
    bytes_ += form;
    ++used_;
  }
  slot.flags |= flags;
}

WordTable::Flags WordTable::find(std::string_view form) const {
  return slots_.empty() || form.empty() ? 0 : slots_[slot_of(form)].flags;
}

}  // namespace maillon::text
