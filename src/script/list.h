/* SPDX-License-Identifier: MIT
 * What list and tuple share.
 */
#ifndef SSI_SCRIPT_LIST_H
#define SSI_SCRIPT_LIST_H

#include "script/session.h"

extern const ssi_function ssi_list_methods[], ssi_tuple_methods[];

bool ssi_new_sequence(ss_session *s, const ssi_type *type,
                      const ssi_value *items, size_t count, ssi_value *out);
bool ssi_sequence_length(ss_session *s, ssi_object *self, size_t *out);
bool ssi_sequence_truth(ss_session *s, ssi_object *self, bool *out);
bool ssi_sequence_iterate(ss_session *s, ssi_object *self, size_t i,
                          ssi_value *out, bool *done);
bool ssi_sequence_equal(ss_session *s, ssi_object *self, ssi_value other,
                        bool *out);
bool ssi_sequence_binary(ss_session *s, ssi_operator op, ssi_value left,
                         ssi_value right, ssi_value *out, bool *handled);

#endif
