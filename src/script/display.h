/* SPDX-License-Identifier: MIT
 * The pretty printer's machine: text, places where it may break, groups of
 * such places, and the line that is being gathered.
 */
#ifndef SSI_SCRIPT_DISPLAY_H
#define SSI_SCRIPT_DISPLAY_H

#include "script/session.h"

typedef struct group {
    size_t depth;
    size_t breakables; /* places that are not written yet */
    bool want_break;
} group;

typedef struct piece { /* of the gathered line */
    bool breakable;
    size_t width;
    size_t bytes;       /* text: how much of the pending bytes is its */
    size_t indentation; /* breakable: of the next line */
    size_t group;       /* breakable: whose it is */
} piece;

typedef struct numbers { /* a list of group numbers */
    size_t *items;
    size_t count, capacity;
} numbers;

typedef struct printer {
    ss_session *session;
    ss_text *out;
    size_t width, out_width, pending_width, indentation, nesting;
    ss_text pending;      /* bytes of the gathered text */
    size_t pending_start; /* those before it are written */
    piece *pieces;        /* gathered: from first_piece on */
    size_t first_piece, piece_count, piece_capacity;
    group *groups;
    size_t group_count, group_capacity;
    numbers stack;  /* groups that are open */
    numbers *queue; /* by depth: groups that may be broken */
    size_t queue_count;
} printer;

bool ssi_printer_start(printer *p, ss_session *s, ss_text *out, size_t width);
void ssi_printer_free(printer *p);
bool ssi_printer_text(printer *p, const char *bytes, size_t size, size_t width);
bool ssi_printer_breakable(printer *p); /* a space, or a new line */
bool ssi_printer_break(printer *p);     /* a new line */
/* A group; open and close are its brackets or NULL. */
bool ssi_printer_begin(printer *p, size_t indent, const char *open,
                       size_t size);
bool ssi_printer_end(printer *p, size_t dedent, const char *close, size_t size);
bool ssi_printer_flush(printer *p);

#endif
