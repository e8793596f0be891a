/* SPDX-License-Identifier: MIT
 * torch.utils.data.DistributedSampler: one process' part of a permutation of
 * seed + epoch; nothing is drawn from any other generator.
 * Learned from: PyTorch 2.13.0 (torch/utils/data/distributed.py).
 */
#include <stdlib.h>
#include <string.h>

#include "script/torch_data.h"

typedef struct distributed {
    ssi_object head;
    ssi_value dataset;
    int64_t replicas, rank, epoch, seed;
    bool shuffle, drop_last;
    size_t samples;    /* of each rank */
    ssi_value indices; /* the loop under way: a list, or None */
} distributed;

static void distributed_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((distributed *)self)->dataset);
    ssi_release(s, ((distributed *)self)->indices);
}

static bool distributed_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    (void)self;
    return ssi_text_add(s, out,
                        "<torch.utils.data.distributed.DistributedSampler "
                        "object at 0x7f0000000000>");
}

static bool distributed_length(ss_session *s, ssi_object *self, size_t *out)
{
    (void)s;
    *out = ((distributed *)self)->samples;
    return true;
}

static bool dataset_length(ss_session *s, const distributed *o, size_t *out)
{
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = ssi_length(s, o->dataset, out);
    s->value_depth--;
    return ok;
}

/* The order of all indices, to be freed. */
static int64_t *order_of(ss_session *s, const distributed *o, size_t n)
{
    int64_t *order = calloc(n ? n : 1, sizeof *order);
    ss_torch_generator g;
    if (!order) {
        ssi_raise_memory(s);
        return NULL;
    }
    for (size_t i = 0; i < n; i++)
        order[i] = (int64_t)i;
    if (!o->shuffle)
        return order;
    ss_torch_generator_init(&g);
    g.capability = s->torch_random.capability;
    ss_torch_reseed(&g, (uint64_t)o->seed + (uint64_t)o->epoch);
    ss_torch_randperm_fill(&g, order, n);
    return order;
}

static bool distributed_begin(ss_session *s, ssi_object *self, ssi_value *out)
{
    const distributed *o = (const distributed *)self;
    size_t n;
    if (!dataset_length(s, o, &n))
        return false;
    if (n == 0 && o->samples)
        return ssi_unsupported(s, "a dataset whose length changes");
    int64_t *order = order_of(s, o, n);
    if (!order)
        return false;
    bool ok = ssi_new_list(s, NULL, o->samples, out);
    for (size_t i = 0; ok && i < o->samples; i++) {
        size_t at = (size_t)o->rank + i * (size_t)o->replicas;
        ((ssi_list_object *)out->u.o)->items[i] = ssi_int(order[at % n]);
    }
    free(order);
    return ok;
}

static bool distributed_iterate(ss_session *s, ssi_object *self, size_t i,
                                ssi_value *out, bool *done)
{
    distributed *o = (distributed *)self;
    if (i == 0) {
        ssi_release(s, o->indices);
        o->indices = ssi_none();
        if (!distributed_begin(s, self, &o->indices))
            return false;
    }
    return ssi_iterate(s, o->indices, i, out, done);
}

static bool method_set_epoch(ss_session *s, ssi_call *call, ssi_value *out)
{
    distributed *o = (distributed *)call->self.u.o;
    if (call->args[0].tag != SSI_INT)
        return ssi_unsupported(s, "an epoch that is no int");
    o->epoch = call->args[0].u.i;
    *out = ssi_none();
    return true;
}

static const ssi_function methods[] = {
    {"set_epoch", "epoch", method_set_epoch,
     "The epoch, which is added to the seed of the order from now on.", 0,
     SSI_STYLE_METHOD, "DistributedSampler.set_epoch"},
    {0},
};

static bool distributed_attribute(ss_session *s, ssi_object *self,
                                  const char *name, ssi_value *out)
{
    const distributed *o = (const distributed *)self;
    (void)s;
    if (strcmp(name, "epoch") == 0)
        *out = ssi_int(o->epoch);
    else if (strcmp(name, "seed") == 0)
        *out = ssi_int(o->seed);
    else if (strcmp(name, "rank") == 0)
        *out = ssi_int(o->rank);
    else if (strcmp(name, "num_replicas") == 0)
        *out = ssi_int(o->replicas);
    else if (strcmp(name, "num_samples") == 0)
        *out = ssi_int((int64_t)o->samples);
    else if (strcmp(name, "total_size") == 0)
        *out = ssi_int((int64_t)o->samples * o->replicas);
    else if (strcmp(name, "dataset") == 0)
        *out = ssi_retain(o->dataset);
    else
        return false;
    return true;
}

static const ssi_type distributed_type = {
    .name = "DistributedSampler",
    .qualified = "torch.utils.data.distributed.DistributedSampler",
    .destroy = distributed_destroy,
    .repr = distributed_repr,
    .attribute = distributed_attribute,
    .methods = methods,
    .length = distributed_length,
    .iterate = distributed_iterate,
    .begin = distributed_begin,
};

/* Parameters: dataset, num_replicas=None, rank=None, shuffle=True, seed=0,
 * drop_last=False. */
static bool read(ss_session *s, const ssi_call *call, distributed *o)
{
    bool has_count = call->given[1] && call->args[1].tag != SSI_NONE;
    bool has_rank = call->given[2] && call->args[2].tag != SSI_NONE;
    if (!has_count || !has_rank)
        return ssi_unsupported(s, "DistributedSampler without num_replicas= "
                                  "and rank=");
    if (call->args[1].tag != SSI_INT || call->args[2].tag != SSI_INT
        || (call->given[4] && call->args[4].tag != SSI_INT))
        return ssi_unsupported(s, "num_replicas, rank or seed that is no int");
    o->replicas = call->args[1].u.i;
    o->rank = call->args[2].u.i;
    o->seed = call->given[4] ? call->args[4].u.i : 0;
    o->shuffle = true;
    if ((call->given[3] && !ssi_truth(s, call->args[3], &o->shuffle))
        || (call->given[5] && !ssi_truth(s, call->args[5], &o->drop_last)))
        return false;
    if (o->rank >= o->replicas || o->rank < 0)
        return ssi_raise(s, "ValueError",
                         "Invalid rank %lld, rank should be in the interval "
                         "[0, %lld]",
                         (long long)o->rank, (long long)(o->replicas - 1));
    return o->replicas < ((int64_t)1 << 40)
           || ssi_unsupported(s, "as many replicas as this");
}

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    size_t n, each;
    distributed *o = ssi_new(s, &distributed_type, sizeof *o, 0);
    if (!o)
        return false;
    *out = ssi_from_object(o);
    o->dataset = ssi_retain(call->args[0]);
    o->indices = ssi_none();
    if (!read(s, call, o) || !dataset_length(s, o, &n)) {
        ssi_release(s, *out);
        return false;
    }
    each = (size_t)o->replicas;
    o->samples = o->drop_last ? n / each : (n + each - 1) / each;
    return true;
}

static const ssi_class distributed_class = {
    "DistributedSampler",
    "torch.utils.data.distributed.DistributedSampler",
    {"DistributedSampler",
     "dataset, num_replicas=None, rank=None, shuffle=True, seed=0, "
     "drop_last=False",
     make,
     "Every num_replicas-th index from rank on of a permutation of seed + "
     "epoch. Draws nothing from other generators.",
     0, SSI_STYLE_METHOD, "DistributedSampler.__init__"},
    &distributed_type,
    -1,
};

bool ssi_torch_distributed_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &distributed_class, out);
}
