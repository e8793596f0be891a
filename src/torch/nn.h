/* SPDX-License-Identifier: MIT
 * The parts of a layer: its own tensors, each with its rule, and its children,
 * which are layers too.
 */
#ifndef SSI_TORCH_NN_H
#define SSI_TORCH_NN_H

#include <sameseed/torch_nn.h>

typedef enum ssi_nn_rule {
    SSI_NN_UNIFORM,        /* in [-number, number) */
    SSI_NN_KAIMING,        /* the same; nothing at all for an empty tensor */
    SSI_NN_NORMAL,         /* standard; then row has_padding is zeros */
    SSI_NN_XAVIER_UNIFORM, /* of its own fans */
    SSI_NN_XAVIER_NORMAL,
    SSI_NN_CONSTANT /* number everywhere */
} ssi_nn_rule;

typedef struct ssi_nn_own {
    const char *name;
    int32_t level; /* of an RNN: "_l0"; -1: none */
    bool reverse, buffer, integer;
    uint32_t ndim;
    size_t shape[SS_TORCH_NN_DIMS];
    ssi_nn_rule rule;
    double number;
} ssi_nn_own;

/* Own tensor i in the order of state_dict(), which is that of the draws;
 * false: there are no more. */
bool ssi_torch_nn_own(const ss_torch_nn_layer *layer, size_t i,
                      ssi_nn_own *out);

/* Child i and its name ("layers", "0"); false: there are no more. */
bool ssi_torch_nn_child(const ss_torch_nn_layer *layer, size_t i,
                        ss_torch_nn_layer *out, char name[32]);

/* Draw one own tensor; out NULL: draw it and throw it away. */
void ssi_torch_nn_draw(ss_torch_generator *g, ss_dtype dtype,
                       const ss_torch_nn_layer *layer, const ssi_nn_own *own,
                       void *out);

#endif
