#include "app/photo/sandbox.h"

#include <array>
#include <cerrno>
#include <cstddef>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

namespace guitai
{

namespace
{

constexpr rlim_t mostMemory = 256UL * 1024 * 1024; ///< of its own, libraries' code not counted
constexpr rlim_t mostSeconds = 3;

void limit(__rlimit_resource resource, rlim_t most)
{
    const auto both = rlimit{most, most};
    setrlimit(resource, &both);
}

#if defined(__x86_64__)
constexpr auto thisArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr auto thisArchitecture = AUDIT_ARCH_AARCH64;
#else
#error "the sandbox does not know this processor's system calls"
#endif

/// What decoding, measuring and ending need.
constexpr auto allowedCalls = std::array{
    SYS_read,         SYS_write,
    SYS_close,        SYS_fstat,
    SYS_lseek,        SYS_brk,
    SYS_mmap,         SYS_munmap,
    SYS_mremap,       SYS_mprotect,
    SYS_madvise,      SYS_futex,
    SYS_sched_yield,  SYS_clock_gettime,
    SYS_gettimeofday, SYS_getrandom,
    SYS_rt_sigaction, SYS_rt_sigprocmask,
    SYS_rt_sigreturn, SYS_sched_getaffinity,
    SYS_getpid,       SYS_gettid,
    SYS_tgkill,       SYS_restart_syscall,
    SYS_exit,         SYS_exit_group,
};

constexpr sock_filter load(std::size_t offset)
{
    return {BPF_LD | BPF_W | BPF_ABS, 0, 0, static_cast<unsigned>(offset)};
}

constexpr sock_filter answer(unsigned value)
{
    return {BPF_RET | BPF_K, 0, 0, value};
}

/// Jumps over `over` instructions when the loaded word equals `value`.
constexpr sock_filter skipIf(unsigned value, std::size_t over)
{
    return {BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned char>(over), 0, value};
}

} // namespace

void limitProcess()
{
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_DATA, mostMemory);
    limit(RLIMIT_CPU, mostSeconds);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0); // never outlives the window
}

bool closeSandbox()
{
    constexpr auto calls = allowedCalls.size();
    auto program = std::array<sock_filter, calls + 6>{};
    auto at = program.begin();
    *at++ = load(offsetof(seccomp_data, arch));
    *at++ = skipIf(thisArchitecture, 1);
    *at++ = answer(SECCOMP_RET_KILL_PROCESS);
    *at++ = load(offsetof(seccomp_data, nr));
    for (std::size_t i = 0; i < calls; ++i)
        *at++ = skipIf(static_cast<unsigned>(allowedCalls[i]), calls - i);
    // A library that asks for more hears "not permitted" and does without.
    *at++ = answer(SECCOMP_RET_ERRNO | EPERM);
    *at++ = answer(SECCOMP_RET_ALLOW);
    const auto filter = sock_fprog{static_cast<unsigned short>(program.size()), program.data()};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}

} // namespace guitai
