/* SPDX-License-Identifier: MIT
 * Errors of a session: Python's exceptions by name and text, and what is not
 * supported.
 */
#include "script/session.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cut a text that was too long before the first byte of a character. */
static void cut(char *text, size_t room)
{
    size_t end = room - 1;

    while (end > 0 && ((unsigned char)text[end] & 0xc0) == 0x80)
        end--;
    text[end] = '\0';
}

static void set(ss_session *s, ss_status status, const char *exception,
                const char *format, va_list arguments)
{
    char *text = s->error.message;
    size_t room = sizeof s->error.message, used = 0;
    int written;

    s->error.status = status;
    s->error.cell = s->cell;
    s->error.line = s->place.line;
    s->error.column = s->place.column;
    s->error.incomplete = false;
    if (exception) {
        used = (size_t)snprintf(text, room, "%s%s", exception,
                                format[0] ? ": " : "");
        if (used >= room)
            used = room - 1;
    }
    written = vsnprintf(text + used, room - used, format, arguments);
    if (written >= 0 && (size_t)written >= room - used)
        cut(text, room);
    for (; *text; text++) /* one line, whatever a name contains */
        if (*text == '\n' || *text == '\r')
            *text = ' ';
}

bool ssi_raise(ss_session *s, const char *exception, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    set(s, SS_ERR_EXCEPTION, exception, format, arguments);
    va_end(arguments);
    return false;
}

bool ssi_unsupported(ss_session *s, const char *format, ...)
{
    static const char prefix[] = "not supported: ";
    char *text = s->error.message;
    va_list arguments;

    va_start(arguments, format);
    set(s, SS_ERR_UNSUPPORTED, NULL, format, arguments);
    va_end(arguments);
    if (!strstr(text, "not supported")) {
        text[sizeof s->error.message - sizeof prefix] = 0;
        memmove(text + sizeof prefix - 1, text, strlen(text) + 1);
        memcpy(text, prefix, sizeof prefix - 1);
    }
    return false;
}

static bool fail(ss_session *s, ss_status status, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    set(s, status, NULL, format, arguments);
    va_end(arguments);
    return false;
}

bool ssi_raise_memory(ss_session *s)
{
    return fail(s, SS_ERR_MEMORY, "MemoryError");
}

bool ssi_raise_status(ss_session *s, ss_status status)
{
    const char *text = ss_status_message(status);

    if (status == SS_ERR_MEMORY)
        return ssi_raise_memory(s);
    if (status == SS_ERR_UNSUPPORTED)
        return ssi_unsupported(s, "%s", text);
    if (status == SS_ERR_IO || status == SS_ERR_ENTROPY)
        return fail(s, status, "%s", text);
    return ssi_raise(s, ss_status_exception(status), "%s", text);
}

bool ssi_append_status(ss_session *s, ss_status status)
{
    return status == SS_OK || ssi_raise_status(s, status);
}
