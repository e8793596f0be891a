/* SPDX-License-Identifier: MIT
 * torch.utils.data: TensorDataset, Subset, random_split.
 * Learned from: PyTorch 2.13.0 (torch/utils/data/dataset.py).
 */
#include <string.h>

#include "script/torch_data.h"

typedef struct dataset {
    ssi_object head;
    ssi_value base;    /* Subset: the dataset; TensorDataset: None */
    ssi_value members; /* Subset: a list of indices; else a tuple of tensors */
} dataset;

static void dataset_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((dataset *)self)->base);
    ssi_release(s, ((dataset *)self)->members);
}

static bool dataset_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_text_add(s, out, "<")
           && ssi_text_add(s, out, self->type->qualified)
           && ssi_text_add(s, out, " object at 0x7f0000000000>");
}

static bool new_dataset(ss_session *s, const ssi_type *type, ssi_value base,
                        ssi_value members, ssi_value *out)
{
    dataset *o = ssi_new(s, type, sizeof *o, 0);
    if (!o)
        return false;
    o->base = ssi_retain(base);
    o->members = ssi_retain(members);
    *out = ssi_from_object(o);
    return true;
}

/* --- TensorDataset --- */
static const ssi_list_object *tensors_of(const ssi_object *self)
{
    return (const ssi_list_object *)((const dataset *)self)->members.u.o;
}

static bool tensors_length(ss_session *s, ssi_object *self, size_t *out)
{
    (void)s;
    *out = ssi_array_of(tensors_of(self)->items[0])->shape[0];
    return true;
}

static bool tensors_index(ss_session *s, ssi_object *self, ssi_value key,
                          ssi_value *out)
{
    const ssi_list_object *t = tensors_of(self);
    if (!ssi_new_tuple(s, NULL, t->count, out))
        return false;
    ssi_list_object *items = (ssi_list_object *)out->u.o;
    for (size_t i = 0; i < t->count; i++)
        if (!ssi_index(s, t->items[i], key, &items->items[i])) {
            items->items[i] = ssi_none();
            ssi_release(s, *out);
            return false;
        }
    return true;
}

static bool tensors_iterate(ss_session *s, ssi_object *self, size_t i,
                            ssi_value *out, bool *done)
{
    size_t n;
    tensors_length(s, self, &n);
    *done = i >= n;
    return *done || tensors_index(s, self, ssi_int((int64_t)i), out);
}

static bool tensors_attribute(ss_session *s, ssi_object *self, const char *name,
                              ssi_value *out)
{
    (void)s;
    if (strcmp(name, "tensors") != 0)
        return false;
    *out = ssi_retain(((dataset *)self)->members);
    return true;
}

static const ssi_type tensors_type = {
    .name = "TensorDataset",
    .qualified = "torch.utils.data.dataset.TensorDataset",
    .destroy = dataset_destroy,
    .repr = dataset_repr,
    .attribute = tensors_attribute,
    .length = tensors_length,
    .index = tensors_index,
    .iterate = tensors_iterate,
};

static bool make_tensors(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value tuple;
    size_t count = call->positional_count;
    if (count == 0)
        return ssi_unsupported(s, "TensorDataset() of no tensor");
    for (size_t i = 0; i < count; i++) {
        ssi_value v = call->positional[i];
        if (!ssi_is(v, &ssi_type_tensor))
            return ssi_is(v, &ssi_type_ndarray)
                       ? ssi_unsupported(s, "TensorDataset() of an ndarray")
                       : ssi_raise(s, "AttributeError",
                                   "'%s' object has no attribute 'size'",
                                   ssi_type_name(v));
        if (ssi_array_of(v)->ndim == 0)
            return ssi_raise(s, "IndexError",
                             "Dimension specified as 0 but tensor has no "
                             "dimensions");
        if (ssi_array_of(v)->shape[0]
            != ssi_array_of(call->positional[0])->shape[0])
            return ssi_raise(s, "AssertionError",
                             "Size mismatch between tensors");
    }
    if (!ssi_new_tuple(s, call->positional, count, &tuple))
        return false;
    bool ok = new_dataset(s, &tensors_type, ssi_none(), tuple, out);
    ssi_release(s, tuple);
    return ok;
}

/* --- Subset --- */
static bool subset_length(ss_session *s, ssi_object *self, size_t *out)
{
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = ssi_length(s, ((dataset *)self)->members, out);
    s->value_depth--;
    return ok;
}

static bool subset_index(ss_session *s, ssi_object *self, ssi_value key,
                         ssi_value *out)
{
    ssi_value index;
    if (ssi_is(key, &ssi_type_list))
        return ssi_unsupported(s, "a list as the index of a Subset");
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = ssi_index(s, ((dataset *)self)->members, key, &index);
    if (ok) {
        ok = ssi_index(s, ((dataset *)self)->base, index, out);
        ssi_release(s, index);
    }
    s->value_depth--;
    return ok;
}

static bool subset_iterate(ss_session *s, ssi_object *self, size_t i,
                           ssi_value *out, bool *done)
{
    size_t n;
    if (!subset_length(s, self, &n))
        return false;
    *done = i >= n;
    return *done || subset_index(s, self, ssi_int((int64_t)i), out);
}

static bool subset_attribute(ss_session *s, ssi_object *self, const char *name,
                             ssi_value *out)
{
    (void)s;
    if (strcmp(name, "indices") == 0)
        *out = ssi_retain(((dataset *)self)->members);
    else if (strcmp(name, "dataset") == 0)
        *out = ssi_retain(((dataset *)self)->base);
    else
        return false;
    return true;
}

static const ssi_type subset_type = {
    .name = "Subset",
    .qualified = "torch.utils.data.dataset.Subset",
    .destroy = dataset_destroy,
    .repr = dataset_repr,
    .attribute = subset_attribute,
    .length = subset_length,
    .index = subset_index,
    .iterate = subset_iterate,
};

static bool make_subset(ss_session *s, ssi_call *call, ssi_value *out)
{
    return new_dataset(s, &subset_type, call->args[0], call->args[1], out);
}

/* --- random_split --- */
#define MOST_PARTS 256

typedef struct split {
    size_t count;
    double values[MOST_PARTS];
    bool whole[MOST_PARTS];
    int64_t sizes[MOST_PARTS];
    double sum;
} split;

static bool read_split(ss_session *s, ssi_value lengths, split *p)
{
    p->count = 0;
    p->sum = 0;
    for (;; p->count++) {
        ssi_value v;
        bool done = false;
        if (p->count == MOST_PARTS)
            return ssi_unsupported(s, "random_split() into more than 256 "
                                      "parts");
        if (!ssi_iterate(s, lengths, p->count, &v, &done))
            return false;
        if (done)
            return true;
        bool number = v.tag == SSI_INT || v.tag == SSI_FLOAT;
        if (number)
            ssi_to_double(s, v, &p->values[p->count]);
        p->whole[p->count] = v.tag == SSI_INT;
        p->sizes[p->count] = v.tag == SSI_INT ? v.u.i : 0;
        ssi_release(s, v);
        if (!number)
            return ssi_unsupported(s, "lengths that are no ints or floats");
        p->sum += p->values[p->count];
    }
}

/* Fractions: floors, then one more for each until nothing is left. */
static bool split_fractions(ss_session *s, split *p, size_t n)
{
    int64_t left = (int64_t)n;
    for (size_t i = 0; i < p->count; i++) {
        if (p->values[i] < 0 || p->values[i] > 1)
            return ssi_raise(s, "ValueError",
                             "Fraction at index %zu is not between 0 and 1", i);
        p->sizes[i] = (int64_t)((double)n * p->values[i]);
        left -= p->sizes[i];
    }
    for (int64_t i = 0; i < left; i++)
        p->sizes[(size_t)i % p->count]++;
    return true;
}

static bool check_split(ss_session *s, split *p, size_t n)
{
    int64_t sum = 0;
    double off = p->sum - 1;
    bool near = off < 1e-9 && off > -1e-9;
    bool whole = true;
    for (size_t i = 0; i < p->count; i++)
        whole = whole && p->whole[i];
    if (near && off != 0 && off > 0)
        return ssi_unsupported(s, "fractions whose sum is above 1 by rounding: "
                                  "releases of Python differ");
    if (near && !split_fractions(s, p, n))
        return false;
    if (!near && !whole && p->sum == (double)n)
        return ssi_unsupported(s, "lengths that are floats");
    for (size_t i = 0; i < p->count; i++)
        sum += p->sizes[i];
    if ((!near && !whole) || sum != (int64_t)n)
        return ssi_raise(s, "ValueError",
                         "Sum of input lengths does not equal the length of "
                         "the input dataset!");
    for (size_t i = 0; i < p->count; i++)
        if (p->sizes[i] < 0)
            return ssi_unsupported(s, "negative lengths");
    return true;
}

static bool part(ss_session *s, ssi_value base, const int64_t *indices,
                 size_t count, ssi_value *out)
{
    ssi_value list;
    if (!ssi_new_list(s, NULL, count, &list))
        return false;
    for (size_t i = 0; i < count; i++)
        ((ssi_list_object *)list.u.o)->items[i] = ssi_int(indices[i]);
    bool ok = new_dataset(s, &subset_type, base, list, out);
    ssi_release(s, list);
    return ok;
}

static bool parts(ss_session *s, ssi_value base, const split *p,
                  const int64_t *indices, ssi_value *out)
{
    if (!ssi_new_list(s, NULL, 0, out))
        return false;
    for (size_t i = 0; i < p->count; i++) {
        ssi_value v;
        bool ok = part(s, base, indices, (size_t)p->sizes[i], &v);
        if (ok) {
            ok = ssi_list_append(s, *out, v);
            ssi_release(s, v);
        }
        if (!ok) {
            ssi_release(s, *out);
            return false;
        }
        indices += p->sizes[i];
    }
    return true;
}

/* Parameters: dataset, lengths, generator. */
bool ssi_torch_random_split(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_torch_generator *g = &s->torch_random;
    ssi_shape shape = {.ndim = 1};
    ssi_value order;
    split p;
    size_t n;
    if (!ssi_length(s, call->args[0], &n) || !read_split(s, call->args[1], &p)
        || !check_split(s, &p, n))
        return false;
    if (call->given[2] && ssi_is(call->args[2], &ssi_type_torch_generator))
        g = ssi_torch_generator_of(s, call->args[2]);
    else if (call->given[2] && call->args[2].tag != SSI_NONE)
        return ssi_unsupported(s, "a generator of this type");
    shape.dims[0] = n;
    if (!ssi_new_tensor(s, SS_INT64, &shape, &order))
        return false;
    ss_torch_randperm_fill(g, ssi_array_of(order)->data, n);
    bool ok = parts(s, call->args[0], &p, ssi_array_of(order)->data, out);
    ssi_release(s, order);
    return ok;
}

static const ssi_class tensors_class = {
    "TensorDataset",
    "torch.utils.data.dataset.TensorDataset",
    {"TensorDataset", "*tensors", make_tensors,
     "Rows of tensors of one length: item i is a tuple of their rows i.", 0,
     SSI_STYLE_METHOD, "TensorDataset.__init__"},
    &tensors_type,
    -1,
};

bool ssi_torch_tensor_dataset_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &tensors_class, out);
}

static const ssi_class subset_class = {
    "Subset",
    "torch.utils.data.dataset.Subset",
    {"Subset", "dataset, indices", make_subset,
     "The items of a dataset that a list of indices names.", 0,
     SSI_STYLE_METHOD, "Subset.__init__"},
    &subset_type,
    -1,
};

bool ssi_torch_subset_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &subset_class, out);
}
