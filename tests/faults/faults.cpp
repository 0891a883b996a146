// Preloaded into the command line. Counts the calls that write, and kills the process at one of
// them or makes it fail.
//   CPPO_FAULT_LOG   a file that gets one line per call: its number, name and paths
//   CPPO_FAULT_AT    the number of the call that fails, from 1
//   CPPO_FAULT       how: "kill" before the call, "half" of a write and then kill, or an errno
//   CPPO_FAULT_ALL   if set, every later call fails too
// Standard output and files that are only read do not count.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

template <typename Call>
Call* real(const char* name) {
    return reinterpret_cast<Call*>(::dlsym(RTLD_NEXT, name));
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string path_of(int file) {
    char path[PATH_MAX];
    const auto length =
        ::readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), path, sizeof path);
    return length > 0 ? std::string(path, static_cast<std::size_t>(length)) : "?";
}

std::string absolute(int folder, const char* path) {
    if (path[0] == '/') return path;
    char here[PATH_MAX];
    const std::string base = folder == AT_FDCWD ? ::getcwd(here, sizeof here) : path_of(folder);
    return base + '/' + path;
}

void log(int number, const char* call, const std::string& paths) {
    static const int file = real<decltype(::open)>("open")(
        variable("CPPO_FAULT_LOG").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    const std::string line = std::to_string(number) + ' ' + call + ' ' + paths + '\n';
    if (file >= 0) (void)!real<decltype(::write)>("write")(file, line.data(), line.size());
}

[[noreturn]] void die() {
    ::kill(::getpid(), SIGKILL);
    for (;;) ::pause();
}

enum class Fault { none, fail, half };

/// Counts a call. Kills the process or sets errno if this call is to fail.
Fault count(const char* call, const std::string& paths) {
    static int number = 0;
    static const int at = std::atoi(variable("CPPO_FAULT_AT").c_str());
    static const std::string fault = variable("CPPO_FAULT");
    static const bool all = !variable("CPPO_FAULT_ALL").empty();
    log(++number, call, paths);
    if (at == 0 || (all ? number < at : number != at)) return Fault::none;
    if (fault == "half" && std::strcmp(call, "write") == 0) return Fault::half;
    if (fault == "kill" || fault == "half") die();
    errno = std::atoi(fault.c_str());
    return Fault::fail;
}

std::array<bool, 1024> writes{};

bool is_write(int flags) { return (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0; }

int opened(int folder, const char* path, int flags, mode_t mode) {
    if (is_write(flags) && count("open", absolute(folder, path)) != Fault::none) return -1;
    const int file = real<int(int, const char*, int, ...)>("openat")(folder, path, flags, mode);
    if (file >= 0 && file < 1024) writes[static_cast<std::size_t>(file)] = is_write(flags);
    return file;
}

mode_t mode_in(int flags, va_list rest) {
    return (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
}

}  // namespace

#define OPENED(folder)                        \
    va_list rest;                             \
    va_start(rest, flags);                    \
    const mode_t mode = mode_in(flags, rest); \
    va_end(rest);                             \
    return opened(folder, path, flags, mode)

#define COUNTED(name, paths, ...)                      \
    if (count(#name, paths) != Fault::none) return -1; \
    return real<decltype(::name)>(#name)(__VA_ARGS__)

extern "C" {

int open(const char* path, int flags, ...) { OPENED(AT_FDCWD); }
int open64(const char* path, int flags, ...) { OPENED(AT_FDCWD); }
int openat(int folder, const char* path, int flags, ...) { OPENED(folder); }
int openat64(int folder, const char* path, int flags, ...) { OPENED(folder); }

ssize_t write(int file, const void* bytes, size_t size) {
    const auto call = real<decltype(::write)>("write");
    if (file <= 2) return call(file, bytes, size);
    const Fault fault = count("write", path_of(file));
    if (fault == Fault::none) return call(file, bytes, size);
    // A full disk accepts as many bytes as fit, and a process can die after any byte.
    if (fault == Fault::half || errno == ENOSPC) {
        const int failed = errno;
        (void)!call(file, bytes, size / 2);
        errno = failed;
    }
    if (fault == Fault::half) die();
    return -1;
}

int close(int file) {
    const auto call = real<decltype(::close)>("close");
    if (file < 0 || file >= 1024 || !writes[static_cast<std::size_t>(file)]) return call(file);
    writes[static_cast<std::size_t>(file)] = false;
    const Fault fault = count("close", path_of(file));
    const int failed = errno, closed = call(file);
    if (fault == Fault::none) return closed;
    errno = failed;
    return -1;
}

int fsync(int file) { COUNTED(fsync, path_of(file), file); }
int rename(const char* from, const char* to) noexcept {
    COUNTED(rename, absolute(AT_FDCWD, from) + ' ' + absolute(AT_FDCWD, to), from, to);
}
int mkdir(const char* path, mode_t mode) noexcept {
    COUNTED(mkdir, absolute(AT_FDCWD, path), path, mode);
}
int rmdir(const char* path) noexcept { COUNTED(rmdir, absolute(AT_FDCWD, path), path); }
int unlink(const char* path) noexcept { COUNTED(unlink, absolute(AT_FDCWD, path), path); }
int remove(const char* path) noexcept { COUNTED(remove, absolute(AT_FDCWD, path), path); }
int unlinkat(int folder, const char* path, int flags) noexcept {
    COUNTED(unlinkat, absolute(folder, path), folder, path, flags);
}

}  // extern "C"
