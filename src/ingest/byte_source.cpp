#include "ingest/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

namespace maillon {

namespace {

using Stream = ByteSource::Stream;
constexpr std::size_t kInflatedChunk = 64 * 1024;
constexpr std::string_view kGzipMagic = "\x1f\x8b";
constexpr std::string_view kZstdMagic = "\x28\xb5\x2f\xfd";

class FileStream final : public Stream {
 public:
  FileStream(int fd, std::string path) : fd_(fd), path_(std::move(path)) {}
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;
  ~FileStream() override {
    if (fd_ > STDIN_FILENO) ::close(fd_);
  }

  Result<std::size_t> read(char* to, std::size_t size) override {
    if (ahead_ > 0) {
      const std::size_t n = std::min(size, ahead_);
      std::memcpy(to, head_.data() + taken_, n);
      taken_ += n;
      ahead_ -= n;
      return n;
    }
    return read_file(to, size);
  }

  std::uint64_t bytes_taken() const override { return bytes_taken_; }

  /// The first bytes, at most four, which read() will still give.
  Result<std::string_view> peek() {
    while (ahead_ < head_.size()) {
      Result<std::size_t> n = read_file(head_.data() + ahead_, head_.size() - ahead_);
      if (!n) return n.error();
      if (*n == 0) break;
      ahead_ += *n;
    }
    return std::string_view(head_.data(), ahead_);
  }

 private:
  Result<std::size_t> read_file(char* to, std::size_t size) {
    for (;;) {
      const ssize_t n = ::read(fd_, to, size);
      if (n >= 0) {
        bytes_taken_ += static_cast<std::uint64_t>(n);
        return static_cast<std::size_t>(n);
      }
      if (errno != EINTR) return error_in(path_, std::string("cannot be read: ") + std::strerror(errno));
    }
  }

  int fd_;
  std::string path_;
  std::array<char, 4> head_{};
  std::size_t ahead_ = 0, taken_ = 0;
  std::uint64_t bytes_taken_ = 0;
};

/// What the decompressors share: compressed input in chunks.
class Decompressor : public Stream {
 public:
  std::uint64_t bytes_taken() const override { return inner_->bytes_taken(); }

 protected:
  Decompressor(std::unique_ptr<Stream> inner, std::string path)
      : inner_(std::move(inner)), path_(std::move(path)), buffer_(kInflatedChunk, '\0') {}

  /// False at the end of the compressed input.
  Result<bool> fill() {
    Result<std::size_t> n = inner_->read(buffer_.data(), buffer_.size());
    if (!n) return n.error();
    size_ = *n;
    at_ = 0;
    return size_ > 0;
  }
  Diagnostic damaged(const char* format, std::string_view why) const {
    return error_in(path_, std::string("damaged ") + format + " data: " + std::string(why));
  }

  std::unique_ptr<Stream> inner_;
  std::string path_;
  std::string buffer_;
  std::size_t at_ = 0, size_ = 0;
};

class GzipStream final : public Decompressor {
 public:
  GzipStream(std::unique_ptr<Stream> inner, std::string path)
      : Decompressor(std::move(inner), std::move(path)) {
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    inflateInit2(&z_, kGzipOnly);
  }
  ~GzipStream() override { inflateEnd(&z_); }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  Result<std::size_t> read(char* to, std::size_t size) override {
    z_.next_out = reinterpret_cast<Bytef*>(to);
    z_.avail_out = static_cast<uInt>(std::min(size, kInflatedChunk));
    const uInt wanted = z_.avail_out;
    while (z_.avail_out == wanted) {
      if (at_ == size_) {
        Result<bool> more = fill();
        if (!more) return more.error();
        if (!*more) {
          if (inside_member_) return damaged("gzip", "it ends too early");
          return std::size_t{0};
        }
      }
      if (Status s = step(); !s) return s.error();
    }
    return static_cast<std::size_t>(wanted - z_.avail_out);
  }

 private:
  Status step() {
    z_.next_in = reinterpret_cast<Bytef*>(buffer_.data() + at_);
    z_.avail_in = static_cast<uInt>(size_ - at_);
    const int code = inflate(&z_, Z_NO_FLUSH);
    at_ = size_ - z_.avail_in;
    if (code == Z_STREAM_END) {  // members may follow each other (RFC 1952 §2.2)
      inside_member_ = false;
      inflateReset(&z_);
      return {};
    }
    if (code != Z_OK && code != Z_BUF_ERROR)
      return damaged("gzip", z_.msg != nullptr ? z_.msg : "unknown error");
    inside_member_ = true;
    return {};
  }

  z_stream z_{};
  bool inside_member_ = false;
};

class ZstdStream final : public Decompressor {
 public:
  ZstdStream(std::unique_ptr<Stream> inner, std::string path)
      : Decompressor(std::move(inner), std::move(path)), z_(ZSTD_createDStream()) {
    ZSTD_initDStream(z_);
  }
  ~ZstdStream() override { ZSTD_freeDStream(z_); }
  ZstdStream(const ZstdStream&) = delete;
  ZstdStream& operator=(const ZstdStream&) = delete;

  Result<std::size_t> read(char* to, std::size_t size) override {
    ZSTD_outBuffer out{to, size, 0};
    while (out.pos == 0) {
      if (at_ == size_) {
        Result<bool> more = fill();
        if (!more) return more.error();
        if (!*more) {
          if (inside_frame_) return damaged("zstd", "it ends too early");
          return std::size_t{0};
        }
      }
      ZSTD_inBuffer in{buffer_.data(), size_, at_};
      const std::size_t code = ZSTD_decompressStream(z_, &out, &in);
      if (ZSTD_isError(code)) return damaged("zstd", ZSTD_getErrorName(code));
      at_ = in.pos;
      inside_frame_ = code != 0;
    }
    return out.pos;
  }

 private:
  ZSTD_DStream* z_;
  bool inside_frame_ = false;
};

Result<int> open_file(const std::string& path) {
  if (path == "-") return STDIN_FILENO;
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    const int why = errno;
    return error_in(path,
                    why == ENOENT ? "no such file" : std::string("cannot be opened: ") + std::strerror(why));
  }
  struct stat info {};
  if (::fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
    ::close(fd);
    return error_in(path, "is a folder, not a file");
  }
  return fd;
}

}  // namespace

ByteSource::ByteSource(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {}
ByteSource::ByteSource(ByteSource&&) noexcept = default;
ByteSource& ByteSource::operator=(ByteSource&&) noexcept = default;
ByteSource::~ByteSource() = default;

Result<ByteSource> ByteSource::open(const std::string& path) {
  Result<int> fd = open_file(path);
  if (!fd) return fd.error();
  auto file = std::make_unique<FileStream>(*fd, path);
  Result<std::string_view> head = file->peek();
  if (!head) return head.error();
  if (head->starts_with(kGzipMagic)) return ByteSource(std::make_unique<GzipStream>(std::move(file), path));
  if (head->starts_with(kZstdMagic)) return ByteSource(std::make_unique<ZstdStream>(std::move(file), path));
  return ByteSource(std::move(file));
}

std::uint64_t ByteSource::bytes_taken() const { return stream_->bytes_taken(); }

Result<std::size_t> ByteSource::read(char* to, std::size_t size) { return stream_->read(to, size); }

}  // namespace maillon
