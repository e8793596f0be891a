/* SPDX-License-Identifier: MIT
 * torch.utils.data.DataLoader in one process, and its default_collate.
 * Learned from: PyTorch 2.13.0 (torch/utils/data/dataloader.py, collate.py).
 */
#include <string.h>

#include "script/torch_data.h"

/* --- collate: the items of one batch --- */
static bool raise_stack(ss_session *s, const ss_array *a, const ss_array *b,
                        size_t i)
{
    ss_text x = {0}, y = {0};
    if (ssi_torch_sizes_text(s, a, &x) && ssi_torch_sizes_text(s, b, &y))
        ssi_raise(s, "RuntimeError",
                  "stack expects each tensor to be equal size, but got %s at "
                  "entry 0 and %s at entry %zu",
                  x.data, y.data, i);
    ss_text_free(&x);
    ss_text_free(&y);
    return false;
}

static bool same_shape(const ss_array *a, const ss_array *b)
{
    return a->ndim == b->ndim
           && memcmp(a->shape, b->shape, a->ndim * sizeof *a->shape) == 0;
}

/* torch.stack(items) */
static bool stack(ss_session *s, const ssi_list_object *items, ssi_value *out)
{
    const ss_array *first = ssi_array_of(items->items[0]);
    ssi_shape shape = {.ndim = first->ndim + 1, .dims = {items->count}};
    if (shape.ndim > SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "tensors of more than 64 dimensions");
    memcpy(shape.dims + 1, first->shape, first->ndim * sizeof *first->shape);
    for (size_t i = 0; i < items->count; i++) {
        ssi_value v = items->items[i];
        if (!ssi_is(v, &ssi_type_tensor)
            || ssi_array_of(v)->dtype != first->dtype)
            return ssi_unsupported(s, "a batch of tensors of several dtypes");
        if (!same_shape(first, ssi_array_of(v)))
            return raise_stack(s, first, ssi_array_of(v), i);
    }
    if (!ssi_new_tensor(s, first->dtype, &shape, out))
        return false;
    char *to = ssi_array_of(*out)->data;
    for (size_t i = 0; i < items->count; i++) {
        const ss_array *a = ssi_array_of(items->items[i]);
        ssi_walk walk;
        ssi_walk_start(&walk, a);
        for (size_t k = 0, n = ss_array_size(a); k < n; k++) {
            memcpy(to, walk.item, a->itemsize);
            to += a->itemsize;
            ssi_walk_next(&walk);
        }
    }
    return true;
}

static bool is_sequence(ssi_value v)
{
    return ssi_is(v, &ssi_type_tuple) || ssi_is(v, &ssi_type_list);
}

/* Item k of each of the items, collated. */
static bool column(ss_session *s, const ssi_list_object *items, size_t k,
                   ssi_value *out)
{
    ssi_value list;
    bool ok = ssi_new_list(s, NULL, 0, &list);
    if (!ok)
        return false;
    for (size_t i = 0; ok && i < items->count; i++)
        ok = ssi_list_append(
            s, list, ((ssi_list_object *)items->items[i].u.o)->items[k]);
    ok = ok && ssi_torch_collate(s, list, out);
    ssi_release(s, list);
    return ok;
}

static bool columns(ss_session *s, const ssi_list_object *items, ssi_value *out)
{
    size_t width = ((ssi_list_object *)items->items[0].u.o)->count;
    for (size_t i = 0; i < items->count; i++) {
        if (!is_sequence(items->items[i]))
            return ssi_unsupported(s, "a batch of items of several kinds");
        if (((ssi_list_object *)items->items[i].u.o)->count != width)
            return ssi_raise(s, "RuntimeError",
                             "each element in list of batch should be of "
                             "equal size");
    }
    if (!ssi_new_list(s, NULL, 0, out))
        return false;
    for (size_t k = 0; k < width; k++) {
        ssi_value v;
        bool ok = column(s, items, k, &v);
        if (ok) {
            ok = ssi_list_append(s, *out, v);
            ssi_release(s, v);
        }
        if (!ok) {
            ssi_release(s, *out);
            return false;
        }
    }
    return true;
}

bool ssi_torch_collate(ss_session *s, ssi_value list, ssi_value *out)
{
    const ssi_list_object *items = (const ssi_list_object *)list.u.o;
    ssi_value first = items->count ? items->items[0] : ssi_none();
    if (ssi_is(first, &ssi_type_tensor))
        return stack(s, items, out);
    if (first.tag == SSI_FLOAT)
        return ssi_torch_from_data(s, list, true, SS_FLOAT64, out);
    if (first.tag == SSI_INT || first.tag == SSI_BOOL)
        return ssi_torch_from_data(s, list, false, SS_INT64, out);
    if (ssi_is(first, &ssi_type_str)) {
        *out = ssi_retain(list);
        return true;
    }
    if (!is_sequence(first))
        return ssi_unsupported(s,
                               "a batch of %s; tensors, numbers, strings "
                               "and tuples are supported",
                               ssi_type_name(first));
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = columns(s, items, out);
    s->value_depth--;
    return ok;
}

/* --- DataLoader --- */
typedef struct loader {
    ssi_object head;
    ssi_value dataset, batches, generator;
    int64_t batch_size; /* 0: batch_sampler= is given */
    bool drop_last;
    size_t position;
} loader;

static void loader_destroy(ss_session *s, ssi_object *self)
{
    loader *o = (loader *)self;
    ssi_release(s, o->dataset);
    ssi_release(s, o->batches);
    ssi_release(s, o->generator);
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
    (void)s;
    if (strcmp(name, "dataset") == 0)
        *out = ssi_retain(o->dataset);
    else if (strcmp(name, "batch_size") == 0)
        *out = o->batch_size ? ssi_int(o->batch_size) : ssi_none();
    else if (strcmp(name, "batch_sampler") == 0)
        *out = ssi_retain(o->batches);
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

/* The next batch; it is drawn before its items are fetched. */
static bool next_batch(ss_session *s, loader *o, size_t i, ssi_value *out,
                       bool *done)
{
    ssi_value indices, items;
    if (!ssi_iterate(s, o->batches, i, &indices, done))
        return false;
    if (*done)
        return true;
    bool ok = fetch(s, o, indices, &items);
    ssi_release(s, indices);
    if (!ok)
        return false;
    ok = ssi_torch_collate(s, items, out);
    ssi_release(s, items);
    return ok;
}

static bool loader_iterate(ss_session *s, ssi_object *self, size_t i,
                           ssi_value *out, bool *done)
{
    loader *o = (loader *)self;
    if (i == 0) { /* the seed of the workers, though there is none */
        int64_t seed;
        ss_torch_generator *g = o->generator.tag == SSI_NONE
                                    ? &s->torch_random
                                    : ssi_torch_generator_of(s, o->generator);
        ss_torch_random_fill(g, SS_INT64, &seed, 1);
        o->position = 0;
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
};

#define PARAMETERS                                                             \
    "dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, "  \
    "num_workers=0, collate_fn=None, pin_memory=False, drop_last=False, "      \
    "timeout=0, worker_init_fn=None, multiprocessing_context=None, "           \
    "generator=None, *, prefetch_factor=None, persistent_workers=False, "      \
    "pin_memory_device='', in_order=True"
enum { BATCH_SIZE = 1, SHUFFLE, SAMPLER, BATCHES, WORKERS, COLLATE, PIN, DROP };
#define GENERATOR 12

static bool given(const ssi_call *call, size_t i)
{
    return call->given[i] && call->args[i].tag != SSI_NONE;
}

/* What would change the values is refused; workers give the same batches. */
static bool check_options(ss_session *s, const ssi_call *call)
{
    ssi_value workers = call->args[WORKERS];
    if (given(call, COLLATE))
        return ssi_unsupported(s, "collate_fn=");
    if (call->given[WORKERS] && workers.tag != SSI_INT)
        return ssi_unsupported(s, "num_workers that is no int");
    if (call->given[WORKERS] && workers.u.i < 0)
        return ssi_raise(s, "ValueError",
                         "num_workers option should be non-negative; use "
                         "num_workers=0 to disable multiprocessing.");
    if (call->given[WORKERS] && workers.u.i > 0)
        return ssi_unsupported(s, "num_workers above 0");
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
        return ssi_unsupported(s, "batch_size=None");
    if (call->given[BATCH_SIZE] && (size.tag != SSI_INT || size.u.i <= 0)) {
        ss_text text = {0};
        if (ssi_str(s, size, &text))
            ssi_raise(s, "ValueError",
                      "batch_size should be a positive integer value, but got "
                      "batch_size=%s",
                      text.data);
        ss_text_free(&text);
        return false;
    }
    if (call->given[BATCH_SIZE])
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
    o->batch_size = own ? 0 : b.batch_size;
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
