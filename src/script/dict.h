/* SPDX-License-Identifier: MIT
 * What the dict's files share.
 */
#ifndef SSI_SCRIPT_DICT_H
#define SSI_SCRIPT_DICT_H

#include "script/session.h"

typedef struct ssi_dict_object {
    ssi_object head;
    ssi_dict_entry *entries; /* in order; nothing is ever taken out */
    size_t count, capacity;
    size_t *slots; /* entry number + 1, or 0; slot_count a power of two */
    size_t slot_count;
} ssi_dict_object;

extern const ssi_function ssi_dict_methods[];

/* ordered_dict.c */
bool ssi_new_ordered_dict(ss_session *s, ssi_value *out);
/* The list of its (key, value). */
bool ssi_ordered_dict_items(ss_session *s, ssi_value dict, ssi_value *out);

/* Put in all pairs of another dict, or of an iterable of pairs. */
bool ssi_dict_update(ss_session *s, ssi_value dict, ssi_value from);

#endif
