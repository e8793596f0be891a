/* SPDX-License-Identifier: MIT
 * The classes of torch.nn as values: a type, a class and a constant for each
 * row.
 */
#include "script/torch_nn_module.h"
#include "script/torch_nn_plain_rows.h"
#include "script/torch_nn_rows.h"

#include <string.h>

#define ROWS(X) SSI_NN_WEIGHT_ROWS(X) SSI_NN_PLAIN_ROWS(X)

/* --- types, by their kind --- */
#define LEAF .repr = ssi_nn_repr, .methods = ssi_nn_methods, .call = ssi_nn_call
#define HIDDEN LEAF
#define BASE LEAF
#define DROP .repr = ssi_nn_repr, .methods = ssi_nn_methods, .call = ssi_nn_drop
#define SEQUENCE                                                               \
    .call = ssi_nn_call, .length = ssi_nn_length, .index = ssi_nn_index,       \
    .iterate = ssi_nn_iterate, .binary = ssi_nn_binary
#define SEQ SEQUENCE, .repr = ssi_nn_repr, .methods = ssi_nn_sequential_methods
#define LIST SEQUENCE, .repr = ssi_nn_list_repr, .methods = ssi_nn_list_methods
#define DICT                                                                   \
    .repr = ssi_nn_repr, .methods = ssi_nn_dict_methods, .call = ssi_nn_call,  \
    .length = ssi_nn_length, .index = ssi_nn_dict_index,                       \
    .iterate = ssi_nn_dict_iterate

#define INDEX(name, ...) nn_##name,
enum { ROWS(INDEX) COUNT };

#define TYPE(name_, place, kind, ...)                                          \
    {.name = #name_,                                                           \
     .qualified = "torch.nn.modules." place "." #name_,                        \
     .destroy = ssi_nn_destroy,                                                \
     .attribute = ssi_nn_attribute,                                            \
     kind},
static const ssi_type types[] = {ROWS(TYPE)};

/* --- classes --- */
static bool make(ss_session *s, ssi_call *call, ssi_value *out);

/* The help tells the methods of Module and of the containers only. */
#define HELP_BASE(name) &types[nn_##name]
#define HELP_LEAF(name) NULL
#define HELP_HIDDEN(name) NULL
#define HELP_DROP(name) NULL
#define HELP_SEQ HELP_BASE
#define HELP_LIST HELP_BASE
#define HELP_DICT HELP_BASE
#define CLASS(name, place, kind, signature, init, setup, extra, help)          \
    {#name,                                                                    \
     "torch.nn.modules." place "." #name,                                      \
     {#name, signature, make, help, nn_##name, SSI_STYLE_METHOD, init},        \
     HELP_##kind(name),                                                        \
     -1},
static const ssi_class classes[] = {ROWS(CLASS)};

#define ROW(name, place, kind, signature, init, setup, extra, help)            \
    {&types[nn_##name], &classes[nn_##name], setup, extra},
static const ssi_nn_row rows[] = {ROWS(ROW)};

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_nn_make(s, call, &rows[call->function->variant], out);
}

const ssi_nn_row *ssi_nn_row_of(const ssi_type *type)
{
    return type >= types && type < types + COUNT ? &rows[type - types] : NULL;
}

const ssi_nn_row *ssi_nn_row_named(const char *name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (strcmp(types[i].name, name) == 0)
            return &rows[i];
    return NULL;
}

/* --- constants --- */
#define NEW(name, place, kind, ...) NEW_##kind(name)
#define NEW_LEAF(name)                                                         \
    static bool new_##name(ss_session *s, ssi_value *out)                      \
    {                                                                          \
        return ssi_new_class(s, &classes[nn_##name], out);                     \
    }
#define NEW_BASE NEW_LEAF
#define NEW_DROP NEW_LEAF
#define NEW_SEQ NEW_LEAF
#define NEW_LIST NEW_LEAF
#define NEW_DICT NEW_LEAF
#define NEW_HIDDEN(name)
#define CONSTANT(name, place, kind, ...) CONSTANT_##kind(name)
#define CONSTANT_LEAF(name) {#name, new_##name},
#define CONSTANT_BASE CONSTANT_LEAF
#define CONSTANT_DROP CONSTANT_LEAF
#define CONSTANT_SEQ CONSTANT_LEAF
#define CONSTANT_LIST CONSTANT_LEAF
#define CONSTANT_DICT CONSTANT_LEAF
#define CONSTANT_HIDDEN(name)
ROWS(NEW)

const ssi_module_constant ssi_nn_constants[] = {
    {"Parameter", ssi_torch_parameter_class},
    ROWS(CONSTANT){0},
};
