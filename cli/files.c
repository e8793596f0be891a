/* SPDX-License-Identifier: MIT
 * The files of scripts.
 *
 * What is written goes to a new file in the same folder, which is renamed when
 * it is whole: an error or an interruption leaves the old file as it was. The
 * new one has the rights of the old one. Links are followed. Devices and pipes
 * are written directly, for there is nothing to replace.
 */
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef HAVE_ZLIB
#include <zlib.h>
#endif

#define MOST_LINKS 40
#define TRIES 1000

typedef struct output {
    FILE *file;
    char target[PATH_MAX];
    char temporary[PATH_MAX]; /* "": written directly */
} output;

/* --- an interruption removes what is not finished --- */

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
#define SIGNALS (sizeof signals / sizeof *signals)

static char unfinished[PATH_MAX];
static volatile sig_atomic_t is_unfinished;
static bool is_caught[SIGNALS];

static void give_up(int number)
{
    if (is_unfinished)
        unlink(unfinished);
    signal(number, SIG_DFL);
    raise(number);
}

/* From here on; signals that somebody else handles or ignores stay his. */
static void guard(const char *path)
{
    struct sigaction old;

    memcpy(unfinished, path, strlen(path) + 1);
    is_unfinished = 1;
    for (size_t i = 0; i < SIGNALS; i++) {
        is_caught[i] =
            sigaction(signals[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL;
        if (is_caught[i])
            signal(signals[i], give_up);
    }
}

static void unguard(void)
{
    is_unfinished = 0;
    for (size_t i = 0; i < SIGNALS; i++)
        if (is_caught[i])
            signal(signals[i], SIG_DFL);
}

/* The part of a path up to the last slash; 0: none. */
static size_t folder_size(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* Things of the kernel's, such as /dev/stdout. */
static bool is_special(const char *path)
{
    return !strncmp(path, "/dev/", 5) || !strncmp(path, "/proc/", 6);
}

/* Follow the links that the last part of path is: 0 or an errno. */
static int follow(char path[PATH_MAX])
{
    char link[PATH_MAX];

    for (int i = 0; i < MOST_LINKS; i++) {
        size_t keep;
        ssize_t size =
            is_special(path) ? -1 : readlink(path, link, sizeof link - 1);

        if (size < 0) /* not a link, or not there */
            return 0;
        link[size] = '\0';
        keep = link[0] == '/' ? 0 : folder_size(path);
        if (keep + (size_t)size >= PATH_MAX)
            return ENAMETOOLONG;
        memcpy(path + keep, link, (size_t)size + 1);
    }
    return ELOOP;
}

/* A new file beside the target, under a name that is nobody else's. */
static int open_temporary(output *o, const struct stat *old)
{
    size_t keep = folder_size(o->target);
    int fd = -1;

    for (int i = 0; fd < 0 && i < TRIES; i++) {
        int size = snprintf(o->temporary, sizeof o->temporary,
                            "%.*s.sameseed-%ld-%d.tmp", (int)keep, o->target,
                            (long)getpid(), i);

        if (size < 0 || (size_t)size >= sizeof o->temporary) {
            errno = ENAMETOOLONG;
            break;
        }
        fd = open(o->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    if (fd < 0)
        o->temporary[0] = '\0';
    else if (old
             && (fchmod(fd, old->st_mode & 07777) != 0
                 || fchown(fd, old->st_uid, old->st_gid) != 0))
        errno = 0; /* the owner stays ours */
    return fd;
}

/* -1 with errno set, or the descriptor to write to. */
static int open_output(output *o)
{
    struct stat old;

    if (stat(o->target, &old) != 0)
        return errno == ENOENT && !is_special(o->target)
                   ? open_temporary(o, NULL)
                   : -1;
    if (S_ISDIR(old.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    if (is_special(o->target) || !S_ISREG(old.st_mode))
        return open(o->target, O_WRONLY | O_CLOEXEC);
    if (access(o->target, W_OK) != 0)
        return -1;
    return open_temporary(o, &old);
}

static int start(output *o, const char *path)
{
    size_t size = strlen(path);
    int number, fd;

    if (size == 0)
        return ENOENT;
    if (size >= sizeof o->target)
        return ENAMETOOLONG;
    memcpy(o->target, path, size + 1);
    number = follow(o->target);
    if (number)
        return number;
    fd = open_output(o);
    if (fd < 0)
        return errno;
    o->file = fdopen(fd, "wb");
    if (o->file) {
        if (o->temporary[0])
            guard(o->temporary);
        return 0;
    }
    number = errno;
    close(fd);
    if (o->temporary[0])
        unlink(o->temporary);
    return number;
}

static int files_create(void *context, const char *path, void **file)
{
    output *o = calloc(1, sizeof *o);
    int number = o ? start(o, path) : ENOMEM;

    (void)context;
    if (number)
        free(o);
    else
        *file = o;
    return number;
}

static int files_write(void *file, const char *bytes, size_t size)
{
    output *o = file;

    if (fwrite(bytes, 1, size, o->file) == size)
        return 0;
    return errno ? errno : EIO;
}

static int files_close(void *file, bool keep)
{
    output *o = file;
    int number = fclose(o->file) == 0 ? 0 : errno ? errno : EIO;

    if (o->temporary[0] && keep && !number
        && rename(o->temporary, o->target) != 0)
        number = errno;
    if (o->temporary[0] && (!keep || number))
        unlink(o->temporary);
    if (o->temporary[0])
        unguard();
    free(o);
    return number;
}

/* --- reading --- */

static int read_whole(int fd, size_t size, char *bytes, size_t *used)
{
    *used = 0;
    while (*used < size) {
        ssize_t got = read(fd, bytes + *used, size - *used);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        if (got == 0)
            break;
        *used += (size_t)got;
    }
    return 0;
}

static int read_regular(int fd, size_t limit, void **bytes, size_t *size)
{
    struct stat info;
    int number;

    if (fstat(fd, &info) != 0)
        return errno;
    if (S_ISDIR(info.st_mode))
        return EISDIR;
    if (!S_ISREG(info.st_mode)) /* it cannot be read twice */
        return ESPIPE;
    if (info.st_size < 0 || (uintmax_t)info.st_size > limit)
        return EFBIG;
    *bytes = malloc((size_t)info.st_size + 1);
    if (!*bytes)
        return ENOMEM;
    number = read_whole(fd, (size_t)info.st_size, *bytes, size);
    if (number)
        free(*bytes);
    return number;
}

static int files_read(void *context, const char *path, size_t limit,
                      void **bytes, size_t *size)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC), number;

    (void)context;
    if (fd < 0)
        return errno;
    number = read_regular(fd, limit, bytes, size);
    close(fd);
    return number;
}

static const char *files_reason(void *context, int number)
{
    (void)context;
    return strerror(number);
}

/* --- deflate, with the parameters of Python's zipfile --- */

#ifdef HAVE_ZLIB
#define WINDOW (-15) /* no header */
#define MEMORY 8
#define PIECE ((size_t)1 << 30)

static bool deflate_all(z_stream *z, size_t size, unsigned char *out,
                        size_t room)
{
    int status = Z_OK;

    z->next_out = out;
    while (status == Z_OK) {
        z->avail_in = (uInt)(size < PIECE ? size : PIECE);
        size -= z->avail_in;
        z->avail_out = (uInt)(room < PIECE ? room : PIECE);
        room -= z->avail_out;
        status = deflate(z, size ? Z_NO_FLUSH : Z_FINISH);
        size += z->avail_in;
        room += z->avail_out;
    }
    return status == Z_STREAM_END;
}

static void *files_deflate(void *context, const void *bytes, size_t size,
                           size_t *deflated)
{
    z_stream z;
    unsigned char *out;
    size_t room;

    (void)context;
    memset(&z, 0, sizeof z);
    if (deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, WINDOW, MEMORY,
                     Z_DEFAULT_STRATEGY)
        != Z_OK)
        return NULL;
    room = deflateBound(&z, size);
    out = malloc(room);
    z.next_in = (z_const Bytef *)(uintptr_t)bytes;
    if (out && !deflate_all(&z, size, out, room)) {
        free(out);
        out = NULL;
    }
    *deflated = z.total_out;
    deflateEnd(&z);
    return out;
}
#endif

static const ss_script_files files = {
    .create = files_create,
    .write = files_write,
    .close = files_close,
    .read = files_read,
    .reason = files_reason,
#ifdef HAVE_ZLIB
    .deflate = files_deflate,
#endif
};

static bool refused;

void files_refuse(void)
{
    refused = true;
}

const ss_script_files *files_of_scripts(void)
{
    return refused ? NULL : &files;
}
