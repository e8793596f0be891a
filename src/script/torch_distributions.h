/* SPDX-License-Identifier: MIT
 * What the files of torch.distributions share.
 */
#ifndef SSI_SCRIPT_TORCH_DISTRIBUTIONS_H
#define SSI_SCRIPT_TORCH_DISTRIBUTIONS_H

#include "script/torch_values.h"

typedef enum ssi_distribution_id {
    SSI_NORMAL_DIST,
    SSI_UNIFORM_DIST,
    SSI_BERNOULLI_DIST,
    SSI_EXPONENTIAL_DIST,
    SSI_POISSON_DIST,
    SSI_GAMMA_DIST,
    SSI_LAPLACE_DIST,
    SSI_CAUCHY_DIST,
    SSI_GUMBEL_DIST,
    SSI_GEOMETRIC_DIST,
    SSI_BINOMIAL_DIST,
    SSI_STUDENT_T_DIST,
    SSI_CHI2_DIST,
    SSI_FISHER_DIST,
    SSI_HALF_NORMAL_DIST,
    SSI_HALF_CAUCHY_DIST,
    SSI_BETA_DIST,
    SSI_DIRICHLET_DIST,
    SSI_CATEGORICAL_DIST,
    SSI_MULTINOMIAL_DIST,
    SSI_ONE_HOT_DIST,
    SSI_DIST_COUNT
} ssi_distribution_id;

#define SSI_DIST_PARAMETERS 3

typedef struct ssi_distribution_kind {
    const char *name, *module;
    /* arg_constraints, in PyTorch's order; what each must satisfy: r real, p
     * positive, n not negative, u in [0, 1], l below the second, g above the
     * first, c a count, P positive of each row, S a row of probabilities, R
     * real of each row */
    const char *parameters[SSI_DIST_PARAMETERS];
    char constraints[SSI_DIST_PARAMETERS + 1];
    bool shown;   /* the repr has the parameters */
    bool choice;  /* either probs or logits, the last two */
    bool rows;    /* the last axis is that of an event */
    bool rsample; /* can be differentiated in PyTorch */
    bool narrow;  /* also of float16 and bfloat16 */
} ssi_distribution_kind;

extern const ssi_distribution_kind ssi_distribution_kinds[SSI_DIST_COUNT];
extern const ssi_type ssi_type_distribution[SSI_DIST_COUNT];

typedef struct ssi_distribution {
    ssi_object head;
    ssi_distribution_id id;
    /* contiguous tensors; None: of the two that are a choice, the other */
    ssi_value values[SSI_DIST_PARAMETERS];
    ssi_value probs;    /* sigmoid(logits), once asked for, or None */
    ssi_value inner[2]; /* distributions that this one draws from, or None */
    int64_t total;      /* Multinomial */
    bool probs_shown;   /* PyTorch has computed probs of logits by now */
} ssi_distribution;

static inline const ssi_distribution_kind *
ssi_distribution_kind_of(const ssi_distribution *d)
{
    return &ssi_distribution_kinds[d->id];
}
static inline ssi_distribution *ssi_distribution_of(ssi_value v)
{
    return (ssi_distribution *)v.u.o;
}

/* A distribution of parameters as written, None where there is none. */
bool ssi_distribution_new(ss_session *s, ssi_distribution_id id,
                          const ssi_value *args, bool check, ssi_value *out);
/* "ValueError: Expected parameter ..." unless all are valid. */
bool ssi_distribution_validate(ss_session *s, ssi_distribution *d);
bool ssi_distribution_repr(ss_session *s, ssi_object *self, ss_text *out);
/* batch_shape, event_shape */
void ssi_distribution_shapes(const ssi_distribution *d, ssi_shape *batch,
                             ssi_shape *event);
/* A distribution's sample(): sample_shape is that given. reparametrized:
 * rsample(). */
bool ssi_distribution_sample(ss_session *s, ssi_distribution *d,
                             const ssi_shape *sample, ssi_value *out);
/* Of Categorical and those made of it. */
bool ssi_distribution_choose(ss_session *s, ssi_distribution *d,
                             const ssi_shape *sample, ssi_value *out);
/* Rows over their sums, in place: what Categorical does to probs. */
bool ssi_distribution_normalize(ss_session *s, ss_array *rows);
/* The simplex constraint on row k. */
bool ssi_distribution_is_simplex(ss_session *s, const ss_array *rows, size_t k);
/* probs, computed from logits where these were given. Borrowed. */
bool ssi_distribution_probs(ss_session *s, ssi_distribution *d, ssi_value *out);
/* sample_shape, then one or two more. */
bool ssi_distribution_extend(ss_session *s, const ssi_shape *sample,
                             const ssi_shape *batch, const ssi_shape *event,
                             ssi_shape *out);

/* One element, all in doubles: rounding is the caller's. */
double ssi_distribution_at(const ss_array *a, size_t i);

#endif
