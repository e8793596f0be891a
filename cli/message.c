/* SPDX-License-Identifier: MIT
 * Messages on stderr and text on stdout.
 *
 * A message is one line whatever it quotes: control characters in it are
 * written as \n, \x1b. Text printed before comes out before it.
 */
#include "message.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"

static int output_errno; /* of the first write that failed */

/* The text with its control characters spelt out. */
static void put_visible(const char *text)
{
    for (const char *p = text; *p; p++) {
        unsigned char c = (unsigned char)*p;

        if (c == '\n')
            fputs("\\n", stderr);
        else if (c == '\t')
            fputs("\\t", stderr);
        else if (c < 0x20 || c == 0x7f)
            fprintf(stderr, "\\x%02x", c);
        else
            putc(c, stderr);
    }
}

/* One line in one write, so that it stays whole beside other processes'. */
static void say(const char *head, const char *format, va_list list)
{
    char text[2048], buffer[4096];

    vsnprintf(text, sizeof text, format, list);
    if (fflush(stdout) && !output_errno)
        output_errno = errno;
    setvbuf(stderr, buffer, _IOFBF, sizeof buffer);
    put_visible(head);
    put_visible(text);
    putc('\n', stderr);
    fflush(stderr);
    setvbuf(stderr, NULL, _IONBF, 0);
}

void message_error(const char *format, ...)
{
    va_list list;

    va_start(list, format);
    say("sameseed: ", format, list);
    va_end(list);
}

void message_at(const char *file, unsigned long line, unsigned long column,
                const char *format, ...)
{
    char head[1024];
    va_list list;

    if (line)
        snprintf(head, sizeof head, "%.900s:%lu:%lu: ", file, line, column);
    else
        snprintf(head, sizeof head, "%.900s: ", file);
    va_start(list, format);
    say(head, format, list);
    va_end(list);
}

void message_note(void *context, const char *note)
{
    (void)context;
    message_error("note: %s", note);
}

int output_write(void *context, const char *bytes, size_t size)
{
    (void)context;
    if (!output_errno && fwrite(bytes, 1, size, stdout) != size)
        output_errno = errno ? errno : EIO;
    return output_errno ? -1 : 0;
}

bool output_failed(void)
{
    return output_errno != 0;
}

int output_finish(int status)
{
    if (fflush(stdout) && !output_errno)
        output_errno = errno ? errno : EIO;
    if (!output_errno)
        return status;
    message_error("standard output: %s", strerror(output_errno));
    return EXIT_INOUT;
}
