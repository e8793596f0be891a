/* SPDX-License-Identifier: MIT
 * What a notebook shows for a value: IPython's pretty printer at 79 columns.
 *
 * Containers are groups of breakable places; when the line that is being
 * gathered grows too wide, the outermost group breaks at all of its places.
 * Learned from: IPython 9, IPython/lib/pretty.py, quirks included (after an
 * outer group broke, deq() takes the wrong group off its list).
 */
#include "script/display.h"
#include "script/dict.h"

#include <stdlib.h>
#include <string.h>

#include "text/buffer.h"

#define WIDTH 79
#define MAX_ITEMS 1000
#define MAX_NESTING 300

static bool pretty(printer *p, ssi_value v);

/* The items of a list or tuple, or the entries of a dict. */
static bool pretty_item(printer *p, ssi_value container, size_t i)
{
    const ssi_dict_entry *e;

    if (!ssi_is(container, &ssi_type_dict))
        return pretty(p, ((ssi_list_object *)container.u.o)->items[i]);
    e = ssi_dict_entry_at(container, i);
    return pretty(p, e->key) && ssi_printer_text(p, ": ", 2, 2)
           && pretty(p, e->value);
}

static bool pretty_items(printer *p, ssi_value v)
{
    size_t count;

    if (!ssi_length(p->session, v, &count))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (i >= MAX_ITEMS)
            return ssi_printer_text(p, ",", 1, 1) && ssi_printer_breakable(p)
                   && ssi_printer_text(p, "...", 3, 3);
        if (i && (!ssi_printer_text(p, ",", 1, 1) || !ssi_printer_breakable(p)))
            return false;
        if (!pretty_item(p, v, i))
            return false;
    }
    return count != 1 || !ssi_is(v, &ssi_type_tuple)
           || ssi_printer_text(p, ",", 1, 1);
}

static bool pretty_container(printer *p, ssi_value v)
{
    const char *brackets = ssi_is(v, &ssi_type_list)    ? "[]"
                           : ssi_is(v, &ssi_type_tuple) ? "()"
                                                        : "{}";
    bool ok;

    if (v.u.o->showing)
        return ssi_printer_text(p, brackets, 1, 1)
               && ssi_printer_text(p, "...", 3, 3)
               && ssi_printer_text(p, brackets + 1, 1, 1);
    v.u.o->showing = true;
    ok = ssi_printer_begin(p, 1, brackets, 1) && pretty_items(p, v)
         && ssi_printer_end(p, 1, brackets + 1, 1);
    v.u.o->showing = false;
    return ok;
}

/* A repr, line by line. */
static bool pretty_lines(printer *p, const char *text, size_t size)
{
    bool ok = ssi_printer_begin(p, 0, NULL, 0);

    for (size_t start = 0; ok && start < size;) {
        const char *end = memchr(text + start, '\n', size - start);
        size_t n = end ? (size_t)(end - text) - start : size - start;
        if (start)
            ok = ssi_printer_break(p);
        ok = ok
             && ssi_printer_text(p, text + start, n,
                                 (size_t)ssi_utf8_length(text + start, n));
        start += n + 1;
    }
    return ok && ssi_printer_end(p, 0, NULL, 0);
}

static bool pretty_repr(printer *p, ssi_value v)
{
    ss_text text = {0};
    bool ok;

    if (ssi_class_of(v)) { /* its dotted name, without "<class ...>" */
        const char *name = ssi_class_of(v)->qualified;
        return ssi_printer_text(p, name, strlen(name), strlen(name));
    }
    if (ssi_function_of(v))
        return ssi_unsupported(p->session, "showing a function is not "
                                           "supported");
    ok =
        ssi_repr(p->session, v, &text) && pretty_lines(p, text.data, text.size);
    ss_text_free(&text);
    return ok;
}

/* OrderedDict([...]) is a call of its list. */
static bool pretty_ordered(printer *p, ssi_value v)
{
    size_t count;
    ssi_value list;
    bool ok;

    if (!ssi_length(p->session, v, &count)
        || !ssi_ordered_dict_items(p->session, v, &list))
        return false;
    ok = ssi_printer_begin(p, 12, "OrderedDict(", 12)
         && (!count || pretty(p, list)) && ssi_printer_end(p, 12, ")", 1);
    ssi_release(p->session, list);
    return ok;
}

static bool pretty(printer *p, ssi_value v)
{
    bool container = ssi_is(v, &ssi_type_list) || ssi_is(v, &ssi_type_tuple)
                     || ssi_is(v, &ssi_type_dict);
    bool ok;

    if (p->nesting >= MAX_NESTING)
        return ssi_unsupported(p->session,
                               "showing values nested more than "
                               "%d deep is not supported",
                               MAX_NESTING);
    p->nesting++;
    ok = ssi_printer_begin(p, 0, NULL, 0)
         && (container                           ? pretty_container(p, v)
             : ssi_is(v, &ssi_type_ordered_dict) ? pretty_ordered(p, v)
                                                 : pretty_repr(p, v))
         && ssi_printer_end(p, 0, NULL, 0);
    p->nesting--;
    return ok;
}

bool ssi_display(ss_session *s, ssi_value v, ss_text *out)
{
    printer p;
    size_t size = out->size;
    bool ok = ssi_printer_start(&p, s, out, WIDTH) && pretty(&p, v)
              && ssi_printer_flush(&p);

    ssi_printer_free(&p);
    if (!ok)
        ssi_text_cut(out, size);
    return ok;
}
