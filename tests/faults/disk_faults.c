/* Stands between a program and its disk (LD_PRELOAD): counts every durable operation on files
 * under FAULT_FOLDER, and stops, tears or fails one of them.
 *
 *   FAULT_FOLDER=path  only files below it count; -shm does not (shared memory, not durable)
 *   KILL_AT=n          SIGKILL before operation n (from 1)
 *   TORN=1             with KILL_AT: half of operation n first, where it is a write
 *   EIO_AT=n           operation n fails with EIO; with FAIL_FROM=1 all later ones too
 *   FULL_AT=n          the same with ENOSPC
 *   READ_ONLY=1        opening for writing, and every operation, fails with EROFS
 *   SYNC_ONLY=1        only fsync and fdatasync count
 *   FAULT_COUNT=file   at exit the number of operations is written there
 *   FAULT_SWITCH=file  EIO_AT, FULL_AT and READ_ONLY count and act only while this file exists
 *
 * A second sync of a descriptor whose sync failed stops the program with SIGABRT: the kernel would
 * report a success that is none.
 *
 * Acknowledgements: what the program writes to descriptor 99 is its own file, outside the folder,
 * so their order against the disk operations is that of the calls. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_DESCRIPTORS 1024

static char watched[MOST_DESCRIPTORS];
static char syncFailed[MOST_DESCRIPTORS];
static long operations;

static long number(const char* name)
{
    const char* text = getenv(name);
    return text != NULL ? atol(text) : 0;
}

static int isUnder(const char* path)
{
    const char* folder = getenv("FAULT_FOLDER");
    char whole[PATH_MAX];
    size_t length;
    if (folder == NULL || path == NULL)
        return 0;
    if (path[0] != '/') {
        if (getcwd(whole, sizeof whole / 2) == NULL)
            return 0;
        strcat(whole, "/");
        strncat(whole, path, sizeof whole / 2 - 1);
        path = whole;
    }
    length = strlen(path);
    if (length >= 4 && strcmp(path + length - 4, "-shm") == 0)
        return 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

static int isSwitchedOn(void)
{
    const char* file = getenv("FAULT_SWITCH");
    struct stat status;
    return file == NULL || stat(file, &status) == 0;
}

static void die(void)
{
    kill(getpid(), SIGKILL);
    for (;;)
        pause();
}

/* What becomes of the next operation. */
enum fate { go, tear, fail };

static enum fate nextFate(int isSync)
{
    long at;
    if (number("SYNC_ONLY") != 0 && !isSync)
        return go;
    if (number("KILL_AT") == 0 && !isSwitchedOn())
        return go;
    ++operations;
    if (operations == number("KILL_AT")) {
        if (number("TORN") != 0)
            return tear;
        die();
    }
    if (number("READ_ONLY") != 0) {
        errno = EROFS;
        return fail;
    }
    at = number("EIO_AT");
    if (at != 0 && (operations == at || (number("FAIL_FROM") != 0 && operations > at))) {
        errno = EIO;
        return fail;
    }
    at = number("FULL_AT");
    if (at != 0 && (operations == at || (number("FAIL_FROM") != 0 && operations > at))) {
        errno = ENOSPC;
        return fail;
    }
    return go;
}

/* Operations that cannot be done by half: torn means stopped. */
static int mayGo(int isSync)
{
    switch (nextFate(isSync)) {
    case go:
        return 1;
    case tear:
        die();
        return 0;
    case fail:
        return 0;
    }
    return 0;
}

static void* real(const char* name)
{
    void* function = dlsym(RTLD_NEXT, name);
    if (function == NULL)
        abort();
    return function;
}

static int isWatched(int descriptor)
{
    return descriptor >= 0 && descriptor < MOST_DESCRIPTORS && watched[descriptor];
}

static int opened(int descriptor, const char* path)
{
    if (descriptor >= 0 && descriptor < MOST_DESCRIPTORS) {
        watched[descriptor] = (char)isUnder(path);
        syncFailed[descriptor] = 0;
    }
    return descriptor;
}

static int openChecked(const char* name, const char* path, int flags, mode_t mode)
{
    int (*call)(const char*, int, ...);
    int makes = 0;
    *(void**)&call = real(name);
    if (isUnder(path)) {
        struct stat status;
        if (number("READ_ONLY") != 0 && (flags & O_ACCMODE) != O_RDONLY && isSwitchedOn()) {
            errno = EROFS;
            return -1;
        }
        makes = (flags & O_CREAT) != 0 && stat(path, &status) != 0;
        if ((makes || (flags & O_TRUNC) != 0) && !mayGo(0))
            return -1;
    }
    return opened(call(path, flags, mode), path);
}

static mode_t modeOf(int flags, va_list arguments)
{
    return (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
}

int open(const char* path, int flags, ...)
{
    va_list arguments;
    mode_t mode;
    va_start(arguments, flags);
    mode = modeOf(flags, arguments);
    va_end(arguments);
    return openChecked("open", path, flags, mode);
}

int open64(const char* path, int flags, ...)
{
    va_list arguments;
    mode_t mode;
    va_start(arguments, flags);
    mode = modeOf(flags, arguments);
    va_end(arguments);
    return openChecked("open64", path, flags, mode);
}

int close(int descriptor)
{
    int (*call)(int);
    *(void**)&call = real("close");
    if (descriptor >= 0 && descriptor < MOST_DESCRIPTORS)
        watched[descriptor] = 0;
    return call(descriptor);
}

static ssize_t writeAt(const char* name, int descriptor, const void* bytes, size_t size, off_t at)
{
    ssize_t (*call)(int, const void*, size_t, off_t);
    *(void**)&call = real(name);
    if (isWatched(descriptor))
        switch (nextFate(0)) {
        case go:
            break;
        case tear:
            (void)!call(descriptor, bytes, size / 2, at);
            die();
            break;
        case fail:
            return -1;
        }
    return call(descriptor, bytes, size, at);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at)
{
    return writeAt("pwrite", descriptor, bytes, size, at);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off_t at)
{
    return writeAt("pwrite64", descriptor, bytes, size, at);
}

ssize_t write(int descriptor, const void* bytes, size_t size)
{
    ssize_t (*call)(int, const void*, size_t);
    *(void**)&call = real("write");
    if (isWatched(descriptor))
        switch (nextFate(0)) {
        case go:
            break;
        case tear:
            (void)!call(descriptor, bytes, size / 2);
            die();
            break;
        case fail:
            return -1;
        }
    return call(descriptor, bytes, size);
}

static int synced(const char* name, int descriptor)
{
    int (*call)(int);
    *(void**)&call = real(name);
    if (!isWatched(descriptor))
        return call(descriptor);
    if (syncFailed[descriptor])
        abort();
    if (mayGo(1))
        return call(descriptor);
    syncFailed[descriptor] = 1;
    return -1;
}

int fsync(int descriptor) { return synced("fsync", descriptor); }

int fdatasync(int descriptor) { return synced("fdatasync", descriptor); }

static int truncated(const char* name, int descriptor, off_t size)
{
    int (*call)(int, off_t);
    *(void**)&call = real(name);
    if (isWatched(descriptor) && !mayGo(0))
        return -1;
    return call(descriptor, size);
}

int ftruncate(int descriptor, off_t size) { return truncated("ftruncate", descriptor, size); }

int ftruncate64(int descriptor, off_t size) { return truncated("ftruncate64", descriptor, size); }

/* A disk that stays full says so when it is asked. */
static int statedOfDisk(const char* name, const char* path, void* state, unsigned long* available)
{
    int (*call)(const char*, void*);
    int result;
    *(void**)&call = real(name);
    result = call(path, state);
    if (result == 0 && isUnder(path) && number("FULL_AT") != 0 && number("FAIL_FROM") != 0 &&
        operations >= number("FULL_AT") && isSwitchedOn())
        *available = 0;
    return result;
}

int statvfs(const char* path, struct statvfs* state)
{
    return statedOfDisk("statvfs", path, state, &state->f_bavail);
}

int statvfs64(const char* path, struct statvfs64* state)
{
    return statedOfDisk("statvfs64", path, state, &state->f_bavail);
}

int unlink(const char* path)
{
    int (*call)(const char*);
    *(void**)&call = real("unlink");
    if (isUnder(path) && !mayGo(0))
        return -1;
    return call(path);
}

int mkdir(const char* path, mode_t mode)
{
    int (*call)(const char*, mode_t);
    *(void**)&call = real("mkdir");
    if (isUnder(path) && !mayGo(0))
        return -1;
    return call(path, mode);
}

int renameat2(int from, const char* path, int to, const char* target, unsigned flags)
{
    int (*call)(int, const char*, int, const char*, unsigned);
    *(void**)&call = real("renameat2");
    if (isUnder(target) && !mayGo(0))
        return -1;
    return call(from, path, to, target, flags);
}

__attribute__((destructor)) static void tellCount(void)
{
    const char* file = getenv("FAULT_COUNT");
    FILE* stream = file != NULL ? fopen(file, "w") : NULL;
    if (stream == NULL)
        return;
    fprintf(stream, "%ld\n", operations);
    fclose(stream);
}
