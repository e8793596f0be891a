/* SPDX-License-Identifier: MIT
 * Modules of torch.nn as values: their tensors, children and attributes, each
 * a dict in the order of registration.
 */
#ifndef SSI_SCRIPT_TORCH_NN_MODULE_H
#define SSI_SCRIPT_TORCH_NN_MODULE_H

#include "script/dict.h"
#include "script/torch_grad.h"
#include "script/torch_nn.h"
#include "torch/nn.h"

typedef struct ssi_nn_module {
    ssi_object head;
    ssi_value parameters, buffers; /* name: tensor, or None */
    ssi_value children;            /* name: module */
    ssi_value attributes;          /* name: what the constructor was given */
    bool training;
    ss_dtype dtype;          /* of the tensors, as the constructor sets it */
    ss_torch_nn_layer layer; /* what reset_parameters() draws */
} ssi_nn_module;

/* What a class does with its attributes: check, change, make the tensors. */
typedef bool ssi_nn_setup(ss_session *s, ssi_nn_module *m);

typedef struct ssi_nn_row {
    const ssi_type *type;
    const ssi_class *cls;
    ssi_nn_setup *setup; /* NULL: nothing but attributes */
    /* extra_repr(): text with {name}, {name!r}, {name?} (is not None) and
     * [name|text] (where true), [name!value|text] (where not that value) */
    const char *extra;
} ssi_nn_row;

/* --- torch_nn_classes.c --- */
const ssi_nn_row *ssi_nn_row_of(const ssi_type *type); /* NULL: no module */
const ssi_nn_row *ssi_nn_row_named(const char *name);
static inline bool ssi_is_module(ssi_value v)
{
    return v.tag == SSI_OBJECT && ssi_nn_row_of(v.u.o->type) != NULL;
}
static inline ssi_nn_module *ssi_module_at(ssi_value v)
{
    return (ssi_nn_module *)v.u.o;
}
extern const ssi_module_constant ssi_nn_constants[];

/* --- torch_nn_module.c --- */
bool ssi_nn_new(ss_session *s, const ssi_type *type, ssi_value *out);
/* A module of a class from its defaults and the attributes given, as name and
 * value, ended by NULL. */
typedef struct ssi_nn_given {
    const char *name;
    ssi_value value;
} ssi_nn_given;
bool ssi_nn_construct(ss_session *s, const char *cls, ss_dtype dtype,
                      const ssi_nn_given *given, ssi_value *out);
bool ssi_nn_make(ss_session *s, ssi_call *call, const ssi_nn_row *row,
                 ssi_value *out);
bool ssi_nn_set(ss_session *s, ssi_value dict, const char *name, ssi_value v);
/* Borrowed; None where there is no such attribute. */
ssi_value ssi_nn_get(ss_session *s, const ssi_nn_module *m, const char *name);
bool ssi_nn_extra(ss_session *s, const ssi_nn_module *m, ss_text *out);
void ssi_nn_destroy(ss_session *s, ssi_object *self);
bool ssi_nn_repr(ss_session *s, ssi_object *self, ss_text *out);
bool ssi_nn_list_repr(ss_session *s, ssi_object *self, ss_text *out);
bool ssi_nn_attribute(ss_session *s, ssi_object *self, const char *name,
                      ssi_value *out);
bool ssi_nn_add_child(ss_session *s, ssi_nn_module *m, const char *name,
                      ssi_value child);
bool ssi_nn_call(ss_session *s, ssi_object *self, ssi_call *call,
                 ssi_value *out);

/* --- torch_nn_setup.c --- */
bool ssi_nn_int(ss_session *s, const ssi_nn_module *m, const char *name,
                int64_t *out);
bool ssi_nn_flag(ss_session *s, const ssi_nn_module *m, const char *name,
                 bool *out);
/* The attribute becomes a tuple of n: an int n times, or the sequence. */
bool ssi_nn_tuple(ss_session *s, ssi_nn_module *m, const char *name, size_t n);
/* The layer's own tensors, without values; and their draw. */
bool ssi_nn_tensors(ss_session *s, ssi_nn_module *m);
bool ssi_nn_draw(ss_session *s, ssi_nn_module *m);
ssi_nn_setup ssi_nn_linear, ssi_nn_bilinear, ssi_nn_conv, ssi_nn_embedding,
    ssi_nn_recurrent, ssi_nn_cell, ssi_nn_batch_norm, ssi_nn_group_norm,
    ssi_nn_layer_norm, ssi_nn_prelu;

/* --- torch_nn_plain.c --- */
ssi_nn_setup ssi_nn_pool, ssi_nn_tuple_pool, ssi_nn_pad, ssi_nn_hardtanh,
    ssi_nn_relu6, ssi_nn_dropout, ssi_nn_upsample, ssi_nn_flat, ssi_nn_loss,
    ssi_nn_softplus;

/* --- torch_nn_transformer.c --- */
ssi_nn_setup ssi_nn_attention, ssi_nn_encoder_layer, ssi_nn_encoder,
    ssi_nn_transformer;
bool ssi_nn_copy(ss_session *s, ssi_value module, ssi_value *out);

/* --- torch_nn_containers.c --- */
extern const ssi_function ssi_nn_list_methods[], ssi_nn_dict_methods[],
    ssi_nn_sequential_methods[];
ssi_nn_setup ssi_nn_module_list, ssi_nn_module_dict, ssi_nn_sequential;
bool ssi_nn_length(ss_session *s, ssi_object *self, size_t *out);
bool ssi_nn_index(ss_session *s, ssi_object *self, ssi_value key,
                  ssi_value *out);
bool ssi_nn_iterate(ss_session *s, ssi_object *self, size_t i, ssi_value *out,
                    bool *done);
bool ssi_nn_dict_index(ss_session *s, ssi_object *self, ssi_value key,
                       ssi_value *out);
bool ssi_nn_dict_iterate(ss_session *s, ssi_object *self, size_t i,
                         ssi_value *out, bool *done);
bool ssi_nn_binary(ss_session *s, ssi_operator op, ssi_value left,
                   ssi_value right, ssi_value *out, bool *handled);

/* --- torch_nn_methods.c, torch_nn_state.c --- */
extern const ssi_function ssi_nn_methods[];
bool ssi_nn_view_call(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_nn_drop(ss_session *s, ssi_object *self, ssi_call *call,
                 ssi_value *out);
bool ssi_nn_dtype_call(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_nn_state_dict(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_nn_load_state_dict(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_nn_list_call(ss_session *s, ssi_call *call, ssi_value *out);
/* All tensors below, each once: a list of (name, tensor). */
bool ssi_nn_members(ss_session *s, ssi_value module, bool buffers,
                    ssi_value *out);
/* The module and all below, each once: a list. */
bool ssi_nn_modules(ss_session *s, ssi_value module, ssi_value *out);

#endif
