/* SPDX-License-Identifier: MIT
 * torch.utils.data: the samplers. Like Python's generators they draw when the
 * value is asked for, and not before.
 * Learned from: PyTorch 2.13.0 (torch/utils/data/sampler.py).
 */
#include <string.h>

#include "script/torch_data.h"

enum { SEQUENTIAL, RANDOM, SUBSET, WEIGHTED, BATCH };

typedef struct sampler {
    ssi_object head;
    ssi_value source; /* dataset, indices, weights or the inner sampler */
    ssi_value generator;
    bool replacement, drop_last, has_samples;
    int64_t samples, batch_size;
    /* the iteration under way */
    size_t position, inner;
    bool exhausted, last;   /* last: the final chunk was drawn */
    int64_t left;           /* whole permutations, or samples */
    ss_torch_generator own; /* RandomSampler's, without generator= */
    ssi_value chunk;        /* int64 tensor of drawn indices */
    size_t chunk_at, chunk_count;
} sampler;

static void sampler_destroy(ss_session *s, ssi_object *self)
{
    sampler *o = (sampler *)self;
    ssi_release(s, o->source);
    ssi_release(s, o->generator);
    ssi_release(s, o->chunk);
}

static const ssi_type sequential_type, random_type, subset_random_type,
    weighted_type, batch_type;

static int kind_of(const sampler *o)
{
    const ssi_type *types[] = {&sequential_type, &random_type,
                               &subset_random_type, &weighted_type,
                               &batch_type};
    int kind = 0;
    while (o->head.type != types[kind])
        kind++;
    return kind;
}

static bool sampler_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_text_add(s, out, "<")
           && ssi_text_add(s, out, self->type->qualified)
           && ssi_text_add(s, out, " object at 0x7f0000000000>");
}

static bool source_length(ss_session *s, const sampler *o, size_t *out)
{
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = ssi_length(s, o->source, out);
    s->value_depth--;
    return ok;
}

static bool source_iterate(ss_session *s, const sampler *o, size_t i,
                           ssi_value *out, bool *done)
{
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = ssi_iterate(s, o->source, i, out, done);
    s->value_depth--;
    return ok;
}

static bool sampler_length(ss_session *s, ssi_object *self, size_t *out)
{
    const sampler *o = (const sampler *)self;
    size_t each = (size_t)o->batch_size;
    if (o->has_samples) {
        *out = (size_t)o->samples;
        return true;
    }
    if (!source_length(s, o, out))
        return false;
    if (kind_of(o) == BATCH)
        *out = o->drop_last ? *out / each : (*out + each - 1) / each;
    return true;
}

/* A loop's own state, as Python's generators have it. */
static bool sampler_begin(ss_session *s, ssi_object *self, ssi_value *out)
{
    const sampler *from = (const sampler *)self;
    ssi_value source = ssi_none();
    sampler *o = ssi_new(s, self->type, sizeof *o, 0);
    if (!o)
        return false;
    *out = ssi_from_object(o);
    o->source = o->generator = o->chunk = ssi_none();
    if (kind_of(from) != BATCH) {
        source = ssi_retain(from->source);
    } else {
        if (!ssi_torch_deeper(s))
            return false;
        bool ok = ssi_begin(s, from->source, &source);
        s->value_depth--;
        if (!ok) {
            ssi_release(s, *out);
            return false;
        }
    }
    o->source = source;
    o->generator = ssi_retain(from->generator);
    o->replacement = from->replacement;
    o->drop_last = from->drop_last;
    o->has_samples = from->has_samples;
    o->samples = from->samples;
    o->batch_size = from->batch_size;
    return true;
}

static bool sampler_attribute(ss_session *s, ssi_object *self, const char *name,
                              ssi_value *out)
{
    const sampler *o = (const sampler *)self;
    int kind = kind_of(o);
    size_t n = 0;
    if (strcmp(name, "num_samples") == 0
        && (kind == RANDOM || kind == WEIGHTED)) {
        if (!sampler_length(s, self, &n))
            return false;
        *out = ssi_int((int64_t)n);
    } else if (strcmp(name, "replacement") == 0
               && (kind == RANDOM || kind == WEIGHTED)) {
        *out = ssi_bool(o->replacement);
    } else if (strcmp(name, "generator") == 0
               && (kind == RANDOM || kind == SUBSET || kind == WEIGHTED)) {
        *out = ssi_retain(o->generator);
    } else if (strcmp(name, "weights") == 0 && kind == WEIGHTED) {
        *out = ssi_retain(o->source);
    } else if (strcmp(name, "batch_size") == 0 && kind == BATCH) {
        *out = ssi_int(o->batch_size);
    } else if (strcmp(name, "drop_last") == 0 && kind == BATCH) {
        *out = ssi_bool(o->drop_last);
    } else if (strcmp(name, "sampler") == 0 && kind == BATCH) {
        *out = ssi_retain(o->source);
    } else {
        return false;
    }
    return true;
}

/* --- drawing --- */
static ss_torch_generator *generator_of(ss_session *s, sampler *o)
{
    if (o->generator.tag != SSI_NONE)
        return ssi_torch_generator_of(s, o->generator);
    return kind_of(o) == RANDOM ? &o->own : &s->torch_random;
}

/* Room for count indices. */
static bool new_chunk(ss_session *s, sampler *o, size_t count, int64_t **out)
{
    ssi_shape shape = {.ndim = 1, .dims = {count}};
    ssi_release(s, o->chunk);
    o->chunk = ssi_none();
    if (!ssi_new_tensor(s, SS_INT64, &shape, &o->chunk))
        return false;
    o->chunk_at = 0;
    o->chunk_count = count;
    *out = ssi_array_of(o->chunk)->data;
    return true;
}

static bool draw_permutation(ss_session *s, sampler *o, size_t n)
{
    int64_t *indices;
    if (!new_chunk(s, o, n, &indices))
        return false;
    ss_torch_randperm_fill(generator_of(s, o), indices, n);
    return true;
}

static bool draw_replaced(ss_session *s, sampler *o, size_t n)
{
    int64_t *indices;
    size_t take = o->left >= 32 ? 32 : (size_t)o->left;
    o->last = take < 32;
    o->left -= (int64_t)take;
    if (!new_chunk(s, o, take, &indices))
        return false;
    ss_status status = ss_torch_randint_fill(generator_of(s, o), SS_INT64, 0,
                                             (int64_t)n, indices, take);
    return ssi_torch_raise_random(s, status, SS_INT64, 0, (int64_t)n);
}

static bool draw_weighted(ss_session *s, sampler *o)
{
    const ss_array *p = ssi_array_of(o->source);
    int64_t *indices;
    o->last = true;
    if (!new_chunk(s, o, (size_t)o->samples, &indices))
        return false;
    ss_status status = ss_torch_multinomial_fill(
        generator_of(s, o), SS_FLOAT64, p->data, 1, p->shape[0], o->samples,
        o->replacement, indices);
    return status == SS_OK || ssi_raise_status(s, status);
}

/* The next indices; o->last: there are none behind them. */
static bool draw_chunk(ss_session *s, sampler *o)
{
    size_t n;
    if (kind_of(o) == WEIGHTED)
        return draw_weighted(s, o);
    if (!source_length(s, o, &n))
        return false;
    if (kind_of(o) == SUBSET) {
        o->last = true;
        return draw_permutation(s, o, n);
    }
    if (o->replacement)
        return draw_replaced(s, o, n);
    if (n == 0)
        return ssi_raise(s, "ZeroDivisionError",
                         "integer division or modulo by zero");
    o->last = o->left-- == 0;
    if (!draw_permutation(s, o, n))
        return false;
    if (o->last)
        o->chunk_count = (size_t)(o->samples % (int64_t)n);
    return true;
}

static bool start(ss_session *s, sampler *o)
{
    size_t n = 0;
    o->position = o->inner = o->chunk_at = o->chunk_count = 0;
    o->exhausted = o->last = false;
    if (kind_of(o) != RANDOM)
        return true;
    if (!source_length(s, o, &n))
        return false;
    if (!o->has_samples)
        o->samples = (int64_t)n;
    o->left = o->replacement ? o->samples : n ? o->samples / (int64_t)n : 0;
    if (o->generator.tag == SSI_NONE) {
        int64_t seed;
        ss_torch_random_fill(&s->torch_random, SS_INT64, &seed, 1);
        ss_torch_generator_init(&o->own);
        o->own.capability = s->torch_random.capability;
        o->own.release = s->torch_random.release;
        ss_torch_reseed(&o->own, (uint64_t)seed);
    }
    return true;
}

/* --- values --- */
static bool next_batch(ss_session *s, sampler *o, ssi_value *out)
{
    if (!ssi_new_list(s, NULL, 0, out))
        return false;
    for (int64_t count = 0; count < o->batch_size; count++) {
        ssi_value item;
        bool done = false;
        bool ok = source_iterate(s, o, o->inner, &item, &done);
        if (ok && done) {
            o->exhausted = true;
            o->last = count == 0 || o->drop_last; /* nothing is given */
            return true;
        }
        o->inner++;
        ok = ok && ssi_list_append(s, *out, item);
        if (ok)
            ssi_release(s, item);
        if (!ok) {
            ssi_release(s, *out);
            return false;
        }
    }
    return true;
}

static bool batch_iterate(ss_session *s, ssi_object *self, size_t i,
                          ssi_value *out, bool *done)
{
    sampler *o = (sampler *)self;
    if (i == 0 && !start(s, o))
        return false;
    if (i != o->position++)
        return ssi_unsupported(s, "one sampler in two loops at once");
    *done = o->exhausted;
    if (*done)
        return true;
    if (!next_batch(s, o, out))
        return false;
    if (o->exhausted && o->last) {
        ssi_release(s, *out);
        *done = true;
    }
    return true;
}

static bool sampler_iterate(ss_session *s, ssi_object *self, size_t i,
                            ssi_value *out, bool *done)
{
    sampler *o = (sampler *)self;
    size_t n;
    if (kind_of(o) == SEQUENTIAL) {
        if (!source_length(s, o, &n))
            return false;
        *done = i >= n;
        *out = ssi_int((int64_t)i);
        return true;
    }
    if (i == 0 && !start(s, o))
        return false;
    if (i != o->position++)
        return ssi_unsupported(s, "one sampler in two loops at once");
    while (o->chunk_at == o->chunk_count && !o->last)
        if (!draw_chunk(s, o))
            return false;
    *done = o->chunk_at == o->chunk_count;
    if (*done)
        return true;
    int64_t *indices = ssi_array_of(o->chunk)->data;
    *out = ssi_int(indices[o->chunk_at++]);
    if (kind_of(o) != SUBSET)
        return true;
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = ssi_index(s, o->source, *out, out);
    s->value_depth--;
    return ok;
}

#define SAMPLER(id, name_, iterate_)                                           \
    static const ssi_type id##_type = {                                        \
        .name = name_,                                                         \
        .qualified = "torch.utils.data.sampler." name_,                        \
        .destroy = sampler_destroy,                                            \
        .repr = sampler_repr,                                                  \
        .attribute = sampler_attribute,                                        \
        .length = sampler_length,                                              \
        .iterate = iterate_,                                                   \
        .begin = sampler_begin,                                                \
    }
SAMPLER(sequential, "SequentialSampler", sampler_iterate);
SAMPLER(random, "RandomSampler", sampler_iterate);
SAMPLER(subset_random, "SubsetRandomSampler", sampler_iterate);
SAMPLER(weighted, "WeightedRandomSampler", sampler_iterate);
SAMPLER(batch, "BatchSampler", batch_iterate);

/* --- making them --- */
static bool new_sampler(ss_session *s, const ssi_type *type, ssi_value source,
                        ssi_value *out)
{
    sampler *o = ssi_new(s, type, sizeof *o, 0);
    if (!o)
        return false;
    o->source = ssi_retain(source);
    o->generator = o->chunk = ssi_none();
    *out = ssi_from_object(o);
    return true;
}

static bool raise_value(ss_session *s, const char *exception, const char *text,
                        ssi_value v)
{
    ss_text shown = {0};
    if (ssi_str(s, v, &shown))
        ssi_raise(s, exception, "%s%s", text, shown.data);
    ss_text_free(&shown);
    return false;
}

/* A bool argument, where another type is an error. */
static bool flag(ss_session *s, const ssi_call *call, size_t i,
                 const char *exception, const char *text, bool *out)
{
    if (!call->given[i])
        return true;
    if (call->args[i].tag != SSI_BOOL)
        return raise_value(s, exception, text, call->args[i]);
    *out = call->args[i].u.b;
    return true;
}

static bool set_generator(ss_session *s, const ssi_call *call, size_t i,
                          sampler *o)
{
    if (!call->given[i] || call->args[i].tag == SSI_NONE)
        return true;
    if (!ssi_is(call->args[i], &ssi_type_torch_generator))
        return ssi_unsupported(s, "a generator of this type");
    o->generator = ssi_retain(call->args[i]);
    return true;
}

#define SAMPLES                                                                \
    "num_samples should be a positive integer value, but got num_samples="

static bool set_random(ss_session *s, const ssi_call *call, sampler *o)
{
    size_t n = 0;
    if (!set_generator(s, call, 3, o)
        || !flag(s, call, 1, "TypeError",
                 "replacement should be a boolean value, but got replacement=",
                 &o->replacement))
        return false;
    if (!call->given[2] || call->args[2].tag == SSI_NONE) {
        if (!source_length(s, o, &n))
            return false;
        return n > 0 || ssi_raise(s, "ValueError", SAMPLES "0");
    }
    if (call->args[2].tag == SSI_BOOL)
        return ssi_unsupported(s, "a bool as num_samples");
    if (call->args[2].tag != SSI_INT || call->args[2].u.i <= 0)
        return raise_value(s, "ValueError", SAMPLES, call->args[2]);
    o->has_samples = true;
    o->samples = call->args[2].u.i;
    return true;
}

static bool set_weighted(ss_session *s, const ssi_call *call, sampler *o)
{
    ss_text text = {0};
    ssi_value weights;
    o->replacement = true;
    if (call->args[1].tag != SSI_INT || call->args[1].u.i <= 0)
        return raise_value(s, "ValueError", SAMPLES, call->args[1]);
    o->samples = call->args[1].u.i;
    o->has_samples = true;
    if (!flag(s, call, 2, "ValueError",
              "replacement should be a boolean value, but got replacement=",
              &o->replacement)
        || !ssi_torch_from_data(s, o->source, true, SS_FLOAT64, &weights))
        return false;
    ssi_release(s, o->source);
    o->source = weights;
    const ss_array *a = ssi_array_of(weights);
    if (a->ndim == 1)
        return set_generator(s, call, 3, o);
    if (ssi_shape_text(s, a->shape, a->ndim, &text))
        ssi_raise(s, "ValueError",
                  "weights should be a 1d sequence but given weights have "
                  "shape %s",
                  text.data);
    ss_text_free(&text);
    return false;
}

static bool set_batch(ss_session *s, const ssi_call *call, sampler *o)
{
    if (call->args[1].tag != SSI_INT || call->args[1].u.i <= 0)
        return raise_value(s, "ValueError",
                           "batch_size should be a positive integer value, "
                           "but got batch_size=",
                           call->args[1]);
    o->batch_size = call->args[1].u.i;
    return flag(s, call, 2, "ValueError",
                "drop_last should be a boolean value, but got drop_last=",
                &o->drop_last);
}

/* The variant is the kind. */
static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ssi_type *types[] = {&sequential_type, &random_type,
                               &subset_random_type, &weighted_type,
                               &batch_type};
    int kind = call->function->variant;
    if (!new_sampler(s, types[kind], call->args[0], out))
        return false;
    sampler *o = (sampler *)out->u.o;
    bool ok = kind == RANDOM     ? set_random(s, call, o)
              : kind == SUBSET   ? set_generator(s, call, 1, o)
              : kind == WEIGHTED ? set_weighted(s, call, o)
              : kind == BATCH    ? set_batch(s, call, o)
                                 : true;
    if (!ok)
        ssi_release(s, *out);
    return ok;
}

bool ssi_torch_new_batches(ss_session *s, ssi_value dataset,
                           const ssi_batches *b, ssi_value *out)
{
    ssi_value inner = b->sampler;
    if (inner.tag == SSI_NONE) {
        if (!new_sampler(s, b->shuffle ? &random_type : &sequential_type,
                         dataset, &inner))
            return false;
        ((sampler *)inner.u.o)->generator = ssi_retain(b->generator);
    } else {
        ssi_retain(inner);
    }
    if (b->batch_size == 0) {
        *out = inner;
        return true;
    }
    bool ok = new_sampler(s, &batch_type, inner, out);
    ssi_release(s, inner);
    if (!ok)
        return false;
    ((sampler *)out->u.o)->batch_size = b->batch_size;
    ((sampler *)out->u.o)->drop_last = b->drop_last;
    return true;
}

#define CLASS(id, name_, signature, kind, help)                                \
    static const ssi_class id##_class = {                                      \
        name_,                                                                 \
        "torch.utils.data.sampler." name_,                                     \
        {name_, signature, make, help, kind, SSI_STYLE_METHOD,                 \
         name_ ".__init__"},                                                   \
        &id##_type,                                                            \
        -1,                                                                    \
    };                                                                         \
    bool ssi_torch_##id##_class(ss_session *s, ssi_value *out)                 \
    {                                                                          \
        return ssi_new_class(s, &id##_class, out);                             \
    }
CLASS(sequential, "SequentialSampler", "data_source", SEQUENTIAL,
      "The indices of a dataset in order. Draws nothing.")
CLASS(random, "RandomSampler",
      "data_source, replacement=False, num_samples=None, generator=None",
      RANDOM,
      "The indices of a dataset shuffled. Without generator= a seed is drawn "
      "from the default generator, two words, for a stream of its own. At the "
      "end one more permutation is drawn.")
CLASS(subset_random, "SubsetRandomSampler", "indices, generator=None", SUBSET,
      "The given indices shuffled: a randperm().")
CLASS(weighted, "WeightedRandomSampler",
      "weights, num_samples, replacement=True, generator=None", WEIGHTED,
      "Indices by weights: a multinomial() in float64.")
CLASS(batch, "BatchSampler", "sampler, batch_size, drop_last", BATCH,
      "Lists of batch_size indices of another sampler.")
