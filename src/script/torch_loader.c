/* SPDX-License-Identifier: MIT
 * torch.utils.data.DataLoader: the order and the batches, with any number of
 * workers, which draw nothing of the main generator.
 * Learned from: PyTorch 2.13.0 (torch/utils/data/dataloader.py).
 */
#include <string.h>

#include "script/torch_data.h"

/* --- DataLoader --- */
typedef struct loader {
    ssi_object head;
    /* batches: of lists of indices, or with batch_size=None of indices */
    ssi_value dataset, batches, generator, collate;
    int64_t batch_size; /* 0: batch_sampler= is given, or None */
    int64_t workers;
    bool drop_last, single, timeout;
    bool begun; /* the seed of the workers is drawn */
    size_t position;
} loader;

static void loader_destroy(ss_session *s, ssi_object *self)
{
    loader *o = (loader *)self;
    ssi_release(s, o->dataset);
    ssi_release(s, o->batches);
    ssi_release(s, o->generator);
    ssi_release(s, o->collate);
}

static bool loader_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    (void)self;
    return ssi_text_add(s, out,
                        "<torch.utils.data.dataloader.DataLoader "
                        "object at 0x7f0000000000>");
}

static bool loader_length(ss_session *s, ssi_object *self, size_t *out)
{
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = ssi_length(s, ((loader *)self)->batches, out);
    s->value_depth--;
    return ok;
}

static bool loader_attribute(ss_session *s, ssi_object *self, const char *name,
                             ssi_value *out)
{
    loader *o = (loader *)self;
    if (strcmp(name, "sampler") == 0)
        return o->single ? (*out = ssi_retain(o->batches), true)
                         : ssi_attribute(s, o->batches, "sampler", out);
    if (strcmp(name, "num_workers") == 0)
        *out = ssi_int(o->workers);
    else if (strcmp(name, "generator") == 0)
        *out = ssi_retain(o->generator);
    else if (strcmp(name, "dataset") == 0)
        *out = ssi_retain(o->dataset);
    else if (strcmp(name, "batch_size") == 0)
        *out = o->batch_size ? ssi_int(o->batch_size) : ssi_none();
    else if (strcmp(name, "batch_sampler") == 0)
        *out = o->single ? ssi_none() : ssi_retain(o->batches);
    else if (strcmp(name, "drop_last") == 0)
        *out = ssi_bool(o->drop_last);
    else
        return false;
    return true;
}

/* [dataset[i] for i in indices] */
static bool fetch(ss_session *s, const loader *o, ssi_value indices,
                  ssi_value *out)
{
    if (!ssi_new_list(s, NULL, 0, out))
        return false;
    for (size_t i = 0;; i++) {
        ssi_value index, item;
        bool done = false;
        bool ok = ssi_iterate(s, indices, i, &index, &done);
        if (ok && done)
            return true;
        if (ok) {
            ok = ssi_index(s, o->dataset, index, &item);
            ssi_release(s, index);
        }
        if (ok) {
            ok = ssi_list_append(s, *out, item);
            ssi_release(s, item);
        }
        if (!ok) {
            ssi_release(s, *out);
            return false;
        }
    }
}

/* collate_fn(items), or default_collate of them. */
static bool collate(ss_session *s, const loader *o, ssi_value items,
                    ssi_value *out)
{
    ssi_call call = {.positional = &items, .positional_count = 1};
    if (o->collate.tag == SSI_NONE)
        return ssi_torch_collate(s, items, out);
    return ssi_call_value(s, o->collate, &call, out);
}

/* batch_size=None: an item, as it is. */
static bool next_single(ss_session *s, loader *o, ssi_value index,
                        ssi_value *out)
{
    ssi_value item;
    if (!ssi_index(s, o->dataset, index, &item))
        return false;
    bool ok = o->collate.tag == SSI_NONE ? ssi_torch_convert(s, item, out)
                                         : collate(s, o, item, out);
    ssi_release(s, item);
    return ok;
}

/* The next batch; it is drawn before its items are fetched. */
static bool next_batch(ss_session *s, loader *o, size_t i, ssi_value *out,
                       bool *done)
{
    ssi_value indices, items;
    bool ok;
    if (!ssi_iterate(s, o->batches, i, &indices, done))
        return false;
    if (*done)
        return true;
    if (o->single) {
        ok = next_single(s, o, indices, out);
        ssi_release(s, indices);
        return ok;
    }
    ok = fetch(s, o, indices, &items);
    ssi_release(s, indices);
    if (!ok)
        return false;
    ok = collate(s, o, items, out);
    ssi_release(s, items);
    return ok;
}

/* The seed of the workers, though there may be none. */
static bool draw_seed(ss_session *s, const loader *o)
{
    int64_t seed;
    ss_torch_generator *g = o->generator.tag == SSI_NONE
                                ? &s->torch_random
                                : ssi_torch_generator_of(s, o->generator);
    ss_torch_random_fill(g, SS_INT64, &seed, 1);
    return (!o->timeout || o->workers > 0)
           || ssi_raise(s, "AssertionError",
                        "_SingleProcessDataLoaderIter requires timeout == 0");
}

/* iter(loader): with samplers of its own. */
static bool loader_begin(ss_session *s, ssi_object *self, ssi_value *out)
{
    const loader *from = (const loader *)self;
    ssi_value batches;
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = ssi_begin(s, from->batches, &batches);
    s->value_depth--;
    if (!ok)
        return false;
    loader *o = ssi_new(s, self->type, sizeof *o, 0);
    if (!o) {
        ssi_release(s, batches);
        return false;
    }
    *out = ssi_from_object(o);
    o->dataset = ssi_retain(from->dataset);
    o->batches = batches;
    o->generator = ssi_retain(from->generator);
    o->collate = ssi_retain(from->collate);
    o->workers = from->workers;
    o->single = from->single;
    o->timeout = from->timeout;
    o->begun = true;
    if (draw_seed(s, o))
        return true;
    ssi_release(s, *out);
    return false;
}

static bool loader_iterate(ss_session *s, ssi_object *self, size_t i,
                           ssi_value *out, bool *done)
{
    loader *o = (loader *)self;
    if (i == 0) {
        o->position = 0;
        if (!o->begun && !draw_seed(s, o))
            return false;
    }
    if (i != o->position++)
        return ssi_unsupported(s, "one DataLoader in two loops at once");
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = next_batch(s, o, i, out, done);
    s->value_depth--;
    return ok;
}

static const ssi_type loader_type = {
    .name = "DataLoader",
    .qualified = "torch.utils.data.dataloader.DataLoader",
    .destroy = loader_destroy,
    .repr = loader_repr,
    .attribute = loader_attribute,
    .length = loader_length,
    .iterate = loader_iterate,
    .begin = loader_begin,
};

#define PARAMETERS                                                             \
    "dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, "  \
    "num_workers=0, collate_fn=None, pin_memory=False, drop_last=False, "      \
    "timeout=0, worker_init_fn=None, multiprocessing_context=None, "           \
    "generator=None, *, prefetch_factor=None, persistent_workers=False, "      \
    "pin_memory_device='', in_order=True"
enum {
    BATCH_SIZE = 1,
    SHUFFLE,
    SAMPLER,
    BATCHES,
    WORKERS,
    COLLATE,
    PIN,
    DROP,
    TIMEOUT,
    WORKER_INIT,
    CONTEXT,
    GENERATOR,
    PREFETCH,
    PERSISTENT
};

static bool given(const ssi_call *call, size_t i)
{
    return call->given[i] && call->args[i].tag != SSI_NONE;
}

/* What would change the values is refused; workers give the same batches. */
static bool check_options(ss_session *s, const ssi_call *call)
{
    ssi_value workers = call->args[WORKERS];
    double timeout = 0;
    bool persistent = false;
    if (call->given[WORKERS] && workers.tag != SSI_INT)
        return ssi_unsupported(s, "num_workers that is no int");
    bool some = call->given[WORKERS] && workers.u.i > 0;
    if (call->given[WORKERS] && workers.u.i < 0)
        return ssi_raise(s, "ValueError",
                         "num_workers option should be non-negative; use "
                         "num_workers=0 to disable multiprocessing.");
    if (call->given[TIMEOUT]
        && !ssi_to_double(s, call->args[TIMEOUT], &timeout))
        return false;
    if (timeout < 0)
        return ssi_raise(s, "ValueError",
                         "timeout option should be non-negative");
    if (given(call, PREFETCH) && !some)
        return ssi_raise(
            s, "ValueError",
            "prefetch_factor option could only be specified in "
            "multiprocessing.let num_workers > 0 to enable multiprocessing, "
            "otherwise set prefetch_factor to None.");
    if (call->given[PERSISTENT]
        && !ssi_truth(s, call->args[PERSISTENT], &persistent))
        return false;
    if (persistent)
        return some ? ssi_unsupported(s, "persistent_workers=True")
                    : ssi_raise(s, "ValueError",
                                "persistent_workers option needs num_workers "
                                "> 0");
    if (given(call, WORKER_INIT) || given(call, CONTEXT))
        return ssi_unsupported(s, "worker_init_fn= and "
                                  "multiprocessing_context=");
    if (given(call, GENERATOR)
        && !ssi_is(call->args[GENERATOR], &ssi_type_torch_generator))
        return ssi_unsupported(s, "a generator of this type");
    return true;
}

static bool read_batches(ss_session *s, const ssi_call *call, ssi_batches *b)
{
    ssi_value size = call->args[BATCH_SIZE], drop = call->args[DROP];
    *b = (ssi_batches){.sampler = ssi_none(), .generator = ssi_none()};
    b->batch_size = 1;
    if ((call->given[SHUFFLE]
         && !ssi_truth(s, call->args[SHUFFLE], &b->shuffle)))
        return false;
    if (given(call, SAMPLER))
        b->sampler = call->args[SAMPLER];
    if (given(call, SAMPLER) && b->shuffle)
        return ssi_raise(s, "ValueError",
                         "sampler option is mutually exclusive with shuffle");
    if (call->given[DROP] && drop.tag != SSI_BOOL)
        return ssi_unsupported(s, "drop_last that is no bool");
    b->drop_last = call->given[DROP] && drop.u.b;
    if (call->given[BATCH_SIZE] && size.tag == SSI_NONE)
        b->batch_size = 0;
    else if (call->given[BATCH_SIZE]
             && (size.tag != SSI_INT || size.u.i <= 0)) {
        ss_text text = {0};
        if (ssi_str(s, size, &text))
            ssi_raise(s, "ValueError",
                      "batch_size should be a positive integer value, but got "
                      "batch_size=%s",
                      text.data);
        ss_text_free(&text);
        return false;
    }
    if (given(call, BATCH_SIZE))
        b->batch_size = size.u.i;
    if (given(call, GENERATOR))
        b->generator = call->args[GENERATOR];
    return true;
}

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value batches, dataset = call->args[0];
    ssi_batches b;
    bool own = given(call, BATCHES);
    size_t n;
    if (!check_options(s, call) || !read_batches(s, call, &b))
        return false;
    if (own
        && (b.batch_size != 1 || b.shuffle || given(call, SAMPLER)
            || b.drop_last))
        return ssi_raise(s, "ValueError",
                         "batch_sampler option is mutually exclusive with "
                         "batch_size, shuffle, sampler, and drop_last");
    if (!own && b.batch_size == 0 && b.drop_last)
        return ssi_raise(s, "ValueError",
                         "batch_size=None option disables auto-batching and "
                         "is mutually exclusive with drop_last");
    if (b.shuffle && !ssi_length(s, dataset, &n))
        return false;
    if (b.shuffle && n == 0)
        return ssi_raise(s, "ValueError",
                         "num_samples should be a positive integer value, but "
                         "got num_samples=0");
    if (own)
        batches = ssi_retain(call->args[BATCHES]);
    else if (!ssi_torch_new_batches(s, dataset, &b, &batches))
        return false;
    loader *o = ssi_new(s, &loader_type, sizeof *o, 0);
    if (!o) {
        ssi_release(s, batches);
        return false;
    }
    o->dataset = ssi_retain(dataset);
    o->batches = batches;
    o->generator = ssi_retain(b.generator);
    o->collate =
        given(call, COLLATE) ? ssi_retain(call->args[COLLATE]) : ssi_none();
    o->batch_size = own ? 0 : b.batch_size;
    o->single = !own && b.batch_size == 0;
    o->workers = call->given[WORKERS] ? call->args[WORKERS].u.i : 0;
    o->timeout = call->given[TIMEOUT];
    if (o->timeout) {
        double x = 0;
        ssi_to_double(s, call->args[TIMEOUT], &x);
        o->timeout = x != 0;
    }
    o->drop_last = b.drop_last;
    *out = ssi_from_object(o);
    return true;
}

static const ssi_class loader_class = {
    "DataLoader",
    "torch.utils.data.dataloader.DataLoader",
    {"DataLoader", PARAMETERS, make,
     "Batches of a dataset: a range, list, tensor, TensorDataset or Subset. "
     "Each loop over it draws a seed for workers, two words, from generator or "
     "the default one; then, with shuffle, what RandomSampler draws.",
     0, SSI_STYLE_METHOD, "DataLoader.__init__"},
    &loader_type,
    -1,
};

bool ssi_torch_loader_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &loader_class, out);
}
