/* SPDX-License-Identifier: MIT
 * The pretty printer's machine; see display.c.
 */
#include "script/display.h"

#include <stdlib.h>
#include <string.h>

#include "text/buffer.h"

/* Room for one more item of a growing array. */
static bool room(ss_session *s, void **items, size_t *capacity, size_t count,
                 size_t size)
{
    size_t more = *capacity ? *capacity * 2 : 16;
    void *grown;

    if (count < *capacity)
        return true;
    grown = realloc(*items, more * size);
    if (!grown)
        return ssi_raise_memory(s);
    *items = grown;
    *capacity = more;
    return true;
}

static bool push(ss_session *s, numbers *list, size_t n)
{
    void *items = list->items;
    bool ok = room(s, &items, &list->capacity, list->count, sizeof n);

    list->items = items;
    if (ok)
        list->items[list->count++] = n;
    return ok;
}

static void take_out(numbers *list, size_t i)
{
    list->count--;
    memmove(list->items + i, list->items + i + 1,
            (list->count - i) * sizeof *list->items);
}

/* --- the queue of groups, the outermost first --- */

static bool enqueue(printer *p, size_t number)
{
    size_t depth = p->groups[number].depth;

    if (depth >= p->queue_count) {
        numbers *grown = realloc(p->queue, (depth + 1) * sizeof *grown);
        if (!grown)
            return ssi_raise_memory(p->session);
        memset(grown + p->queue_count, 0,
               (depth + 1 - p->queue_count) * sizeof *grown);
        p->queue = grown;
        p->queue_count = depth + 1;
    }
    return push(p->session, &p->queue[depth], number);
}

static void dequeue(printer *p, size_t number)
{
    numbers *list = &p->queue[p->groups[number].depth];

    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == number) {
            take_out(list, i);
            return;
        }
}

/* The next group to break; false: there is none. */
static bool next_group(printer *p, size_t *out)
{
    for (size_t d = 0; d < p->queue_count; d++) {
        numbers *list = &p->queue[d];
        for (size_t i = 0; i < list->count; i++) {
            size_t number = list->items[list->count - 1 - i];
            if (!p->groups[number].breakables)
                continue;
            take_out(list, i); /* counted from the other end: the quirk */
            p->groups[number].want_break = true;
            *out = number;
            return true;
        }
        for (size_t i = 0; i < list->count; i++)
            p->groups[list->items[i]].want_break = true;
        list->count = 0;
    }
    return false;
}

/* --- writing --- */

static bool write_out(printer *p, const char *bytes, size_t size)
{
    return ssi_append_status(p->session, ss_text_append(p->out, bytes, size));
}

static bool new_line(printer *p, size_t indentation)
{
    p->out_width = indentation;
    return write_out(p, "\n", 1)
           && ssi_append_status(
               p->session, ssi_text_repeat(p->out, ' ', (int64_t)indentation));
}

static size_t gathered(const printer *p)
{
    return p->piece_count - p->first_piece;
}

/* Write the first gathered piece. */
static bool write_piece(printer *p)
{
    piece *x = &p->pieces[p->first_piece++];
    bool ok;

    p->pending_width -= x->width;
    if (!x->breakable) {
        p->out_width += x->width;
        ok = write_out(p, p->pending.data + p->pending_start, x->bytes);
        p->pending_start += x->bytes;
    } else {
        group *g = &p->groups[x->group];
        g->breakables--;
        if (g->want_break) {
            ok = new_line(p, x->indentation);
        } else {
            if (!g->breakables)
                dequeue(p, x->group);
            p->out_width += x->width;
            ok = write_out(p, " ", 1);
        }
    }
    if (!gathered(p)) {
        p->first_piece = p->piece_count = p->pending_start = 0;
        p->pending.size = 0;
    }
    return ok;
}

static bool break_group(printer *p, size_t number)
{
    while (p->groups[number].breakables)
        if (!write_piece(p))
            return false;
    while (gathered(p) && !p->pieces[p->first_piece].breakable)
        if (!write_piece(p))
            return false;
    return true;
}

static bool break_outer_groups(printer *p)
{
    size_t number;

    while (p->width < p->out_width + p->pending_width) {
        if (!next_group(p, &number))
            return true;
        if (!break_group(p, number))
            return false;
    }
    return true;
}

/* What was gathered goes out as it stands. Widths of pieces written here add
 * to what breakables set, which is IPython's sum. */
bool ssi_printer_flush(printer *p)
{
    while (gathered(p)) {
        size_t before = p->out_width;
        if (!write_piece(p))
            return false;
        p->out_width += before;
    }
    p->pending_width = 0;
    return true;
}

static bool add_piece(printer *p, piece x)
{
    void *items = p->pieces;
    bool ok =
        room(p->session, &items, &p->piece_capacity, p->piece_count, sizeof x);

    p->pieces = items;
    if (ok)
        p->pieces[p->piece_count++] = x;
    return ok;
}

bool ssi_printer_text(printer *p, const char *bytes, size_t size, size_t width)
{
    piece *last;

    if (!gathered(p)) {
        p->out_width += width;
        return write_out(p, bytes, size);
    }
    if (p->pieces[p->piece_count - 1].breakable
        && !add_piece(p, (piece){.breakable = false}))
        return false;
    if (!ssi_append_status(p->session,
                           ss_text_append(&p->pending, bytes, size)))
        return false;
    last = &p->pieces[p->piece_count - 1];
    last->bytes += size;
    last->width += width;
    p->pending_width += width;
    return break_outer_groups(p);
}

bool ssi_printer_breakable(printer *p)
{
    size_t number = p->stack.items[p->stack.count - 1];
    piece x = {.breakable = true,
               .width = 1,
               .indentation = p->indentation,
               .group = number};

    if (p->groups[number].want_break) {
        if (!ssi_printer_flush(p) || !new_line(p, p->indentation))
            return false;
        p->pending_width = 0;
        return true;
    }
    if (!add_piece(p, x))
        return false;
    p->groups[number].breakables++;
    p->pending_width++;
    return break_outer_groups(p);
}

bool ssi_printer_break(printer *p)
{
    size_t number;

    if (next_group(p, &number) && !break_group(p, number))
        return false;
    if (!ssi_printer_flush(p) || !new_line(p, p->indentation))
        return false;
    p->pending_width = 0;
    return true;
}

/* --- groups --- */

static bool add_group(printer *p, size_t depth)
{
    void *items = p->groups;
    bool ok = room(p->session, &items, &p->group_capacity, p->group_count,
                   sizeof *p->groups);

    p->groups = items;
    if (!ok)
        return false;
    p->groups[p->group_count] = (group){.depth = depth};
    return push(p->session, &p->stack, p->group_count)
           && enqueue(p, p->group_count++);
}

bool ssi_printer_begin(printer *p, size_t indent, const char *open, size_t size)
{
    size_t top = p->stack.items[p->stack.count - 1];

    if (open && !ssi_printer_text(p, open, size, size))
        return false;
    p->indentation += indent;
    return add_group(p, p->groups[top].depth + 1);
}

bool ssi_printer_end(printer *p, size_t dedent, const char *close, size_t size)
{
    size_t number = p->stack.items[--p->stack.count];

    p->indentation -= dedent;
    if (!p->groups[number].breakables)
        dequeue(p, number);
    return !close || ssi_printer_text(p, close, size, size);
}

bool ssi_printer_start(printer *p, ss_session *s, ss_text *out, size_t width)
{
    memset(p, 0, sizeof *p);
    p->session = s;
    p->out = out;
    p->width = width;
    return add_group(p, 0);
}

void ssi_printer_free(printer *p)
{
    for (size_t i = 0; i < p->queue_count; i++)
        free(p->queue[i].items);
    free(p->queue);
    free(p->stack.items);
    free(p->groups);
    free(p->pieces);
    ss_text_free(&p->pending);
}
