/* SPDX-License-Identifier: MIT
 * What the index of a tensor gives, and assignment to it.
 * Learned from: PyTorch 2.13.0 (ATen/native/TensorAdvancedIndexing.cpp) by
 * experiment.
 */
#include <string.h>

#include "script/torch_index.h"

typedef ssi_torch_selection selection;

#define MAX_INDICES SSI_TORCH_MAX_INDICES

static void drop_first(ss_array *view)
{
    view->ndim--;
    memmove(view->shape, view->shape + 1, view->ndim * sizeof *view->shape);
    memmove(view->strides, view->strides + 1,
            view->ndim * sizeof *view->strides);
}

/* --- index tensors applied --- */
typedef struct gathering {
    ssi_shape shape; /* of the result */
    uint32_t lead;   /* axes of it before those of the indices */
    uint32_t width;  /* axes of the indices */
    ss_array source; /* the view, indexed axes replaced with stride 0 */
    ss_array places[MAX_INDICES]; /* each in the result's shape */
    ptrdiff_t strides[MAX_INDICES];
} gathering;

static bool raise_shapes(ss_session *s, const selection *sel)
{
    ss_text text = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < sel->count; i++)
        ok = (!i || ssi_text_add(s, &text, ", "))
             && ssi_torch_sizes_text(s, ssi_array_of(sel->indices[i]), &text);
    if (ok)
        ssi_raise(s, "IndexError",
                  "shape mismatch: indexing tensors could not be broadcast "
                  "together with shapes %s",
                  text.data);
    ss_text_free(&text);
    return false;
}

static bool is_indexed(const selection *sel, uint32_t axis)
{
    for (size_t i = 0; i < sel->count; i++)
        if (sel->axes[i] == axis)
            return true;
    return false;
}

/* Axes of the view that are not indexed: those before and after. */
static void place_axes(const selection *sel, const ssi_shape *index,
                       gathering *g)
{
    bool together = true;
    for (size_t i = 1; i < sel->count; i++)
        together = together && sel->axes[i] == sel->axes[i - 1] + 1;
    g->lead = together ? sel->axes[0] : 0;
    g->width = index->ndim;
    g->shape = (ssi_shape){0};
    g->source = sel->view;
    g->source.ndim = 0;
    for (uint32_t axis = 0; axis <= sel->view.ndim; axis++) {
        if (g->shape.ndim == g->lead && axis >= g->lead
            && g->source.ndim == g->lead)
            for (uint32_t i = 0; i < index->ndim; i++) {
                g->shape.dims[g->shape.ndim++] = index->dims[i];
                g->source.strides[g->source.ndim] = 0;
                g->source.shape[g->source.ndim++] = index->dims[i];
            }
        if (axis == sel->view.ndim || is_indexed(sel, axis))
            continue;
        g->shape.dims[g->shape.ndim++] = sel->view.shape[axis];
        g->source.strides[g->source.ndim] = sel->view.strides[axis];
        g->source.shape[g->source.ndim++] = sel->view.shape[axis];
    }
}

static bool plan_gathering(ss_session *s, const selection *sel, gathering *g)
{
    const ss_array *arrays[MAX_INDICES];
    ssi_shape index = {0};
    size_t first, second;
    for (size_t i = 0; i < sel->count; i++)
        arrays[i] = ssi_array_of(sel->indices[i]);
    if (!ssi_broadcast_shape(arrays, sel->count, &index.ndim, index.dims,
                             &first, &second))
        return raise_shapes(s, sel);
    if (sel->view.ndim - sel->count + index.ndim > SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "tensors of more than 64 dimensions");
    place_axes(sel, &index, g);
    for (size_t i = 0; i < sel->count; i++) {
        ss_array view;
        ssi_broadcast_to(arrays[i], index.ndim, index.dims, &view);
        g->places[i] = view;
        g->places[i].ndim = g->shape.ndim;
        for (uint32_t k = 0; k < g->shape.ndim; k++) {
            bool inside = k >= g->lead && k < g->lead + g->width;
            g->places[i].shape[k] = g->shape.dims[k];
            g->places[i].strides[k] = inside ? view.strides[k - g->lead] : 0;
        }
        g->strides[i] = sel->view.strides[sel->axes[i]];
    }
    return true;
}

/* The elements that are named, in C order: copied to (store) or from other. */
static bool transfer(ss_session *s, const gathering *g, size_t count,
                     const ss_array *other, bool into)
{
    ssi_walk source, walk, places[MAX_INDICES];
    ssi_number n;
    ssi_walk_start(&source, &g->source);
    ssi_walk_start(&walk, other);
    for (size_t k = 0; k < count; k++)
        ssi_walk_start(&places[k], &g->places[k]);
    for (size_t i = 0, total = ss_array_size(&g->source); i < total; i++) {
        char *item = source.item;
        for (size_t k = 0; k < count; k++) {
            item += *(const int64_t *)(void *)places[k].item * g->strides[k];
            ssi_walk_next(&places[k]);
        }
        if (!into) {
            memcpy(walk.item, item, other->itemsize);
        } else {
            ssi_number_load(other->dtype, walk.item, &n);
            if (!ssi_torch_put_or_refuse(s, g->source.dtype, item, &n))
                return false;
        }
        ssi_walk_next(&source);
        ssi_walk_next(&walk);
    }
    return true;
}

static bool gather(ss_session *s, const selection *sel, ssi_value *out)
{
    gathering g;
    const ss_array *operands[4];
    size_t count = 1;
    if (!plan_gathering(s, sel, &g))
        return false;
    operands[0] = &g.source;
    for (size_t i = 0; i < sel->count && count < 4; i++)
        operands[count++] = &g.places[i];
    return ssi_torch_new_result(s, operands, count, &g.shape, sel->view.dtype,
                                out)
           && transfer(s, &g, sel->count, ssi_array_of(*out), false);
}

bool ssi_torch_index(ss_session *s, ssi_value tensor, ssi_value key,
                     ssi_value *out)
{
    selection sel;
    bool ok;
    if (!ssi_torch_select(s, tensor, key, &sel))
        return false;
    ok = sel.count ? gather(s, &sel, out)
                   : ssi_new_view(s, tensor, &sel.view, out);
    ssi_torch_selection_free(s, &sel);
    return ok;
}

/* --- assignment --- */
static bool raise_expanded(ss_session *s, const ss_array *to,
                           const ss_array *from)
{
    ss_text x = {0}, y = {0};
    uint32_t lead = to->ndim > from->ndim ? to->ndim - from->ndim : 0;
    bool old = from->dtype != SS_BOOL && from->dtype != SS_BFLOAT16
               && !ssi_dtype_is_complex(from->dtype);
    if (!ssi_torch_sizes_text(s, to, &x) || !ssi_torch_sizes_text(s, from, &y))
        return false;
    if (from->ndim > to->ndim) {
        ssi_raise(s, "RuntimeError",
                  "expand(%s%s%s{%s}, size=%s): the number of sizes "
                  "provided (%u) must be greater or equal to the number of "
                  "dimensions in the tensor (%u)",
                  old ? "torch." : "CPU", ssi_torch_scalar_name(from->dtype),
                  old ? "Tensor" : "Type", y.data, x.data, (unsigned)to->ndim,
                  (unsigned)from->ndim);
    }
    for (uint32_t i = to->ndim; from->ndim <= to->ndim && i-- > lead;) {
        size_t own = from->shape[i - lead];
        if (own == to->shape[i] || own == 1)
            continue;
        ssi_raise(s, "RuntimeError",
                  "The expanded size of the tensor (%zu) must match the "
                  "existing size (%zu) at non-singleton dimension %u.  Target "
                  "sizes: %s.  Tensor sizes: %s",
                  to->shape[i], own, (unsigned)i, x.data, y.data);
        break;
    }
    ss_text_free(&x);
    ss_text_free(&y);
    return false;
}

/* Leading axes of size 1 do not count. */
static void strip_ones(ss_array *a)
{
    while (a->ndim && a->shape[0] == 1)
        drop_first(a);
}

static bool assign_view(ss_session *s, const ss_array *to, const ss_array *from)
{
    ss_array value = *from, view;
    strip_ones(&value);
    if (!ssi_torch_check_writable(s, to))
        return false;
    if (!ssi_broadcast_to(&value, to->ndim, to->shape, &view))
        return raise_expanded(s, to, &value);
    return ssi_torch_copy_elements(s, to, &view);
}

/* A number to all that masks and index tensors name. */
static bool assign_gathered(ss_session *s, const selection *sel,
                            const ss_array *from)
{
    gathering g;
    ss_array view;
    if (!plan_gathering(s, sel, &g))
        return false;
    ssi_broadcast_to(from, g.shape.ndim, g.shape.dims, &view);
    return transfer(s, &g, sel->count, &view, true);
}

/* np.float64 is a Python float. */
static bool is_python_float(ssi_value v)
{
    return ((const ssi_scalar_object *)v.u.o)->dtype == SS_FLOAT64;
}

/* The value as a tensor: numbers take the tensor's dtype. */
static bool value_tensor(ss_session *s, const ss_array *a, ssi_value v,
                         ssi_value *out)
{
    ssi_shape shape = {0};
    bool number = v.tag == SSI_BOOL || ssi_is_int(v) || ssi_is_float(v)
                  || ssi_is(v, &ssi_type_complex);
    if (ssi_is(v, &ssi_type_tensor)) {
        *out = ssi_retain(v);
        return true;
    }
    if (ssi_is(v, &ssi_type_complex) && a->itemsize == 2)
        return ssi_unsupported(s, "assignment of a complex number to 16 bits");
    if (!number || (ssi_is(v, &ssi_type_numpy_scalar) && !is_python_float(v)))
        return ssi_raise(s, "TypeError",
                         "can't assign a %s to a torch.%sTensor",
                         ssi_type_name(v), ssi_torch_scalar_name(a->dtype));
    if (!(ssi_dtype_is_float(a->dtype) && !ssi_is(v, &ssi_type_complex))
        && !ssi_torch_check_fill(s, v, a->dtype))
        return false;
    if (!ssi_new_tensor(s, a->dtype, &shape, out))
        return false;
    if (ssi_torch_fill_number(s, ssi_array_of(*out), v))
        return true;
    ssi_release(s, *out);
    return false;
}

/* The lowest and the highest byte of an array with elements. */
static void extent(const ss_array *a, const char **low, const char **high)
{
    *low = *high = a->data;
    for (uint32_t i = 0; i < a->ndim; i++) {
        ptrdiff_t way = (ptrdiff_t)(a->shape[i] - 1) * a->strides[i];
        if (way < 0)
            *low += way;
        else
            *high += way;
    }
}

static bool is_apart(const ss_array *a, const ss_array *b)
{
    const char *low[2], *high[2];
    if (!ss_array_size(a) || !ss_array_size(b))
        return true;
    extent(a, &low[0], &high[0]);
    extent(b, &low[1], &high[1]);
    return high[0] < low[1] || high[1] < low[0];
}

static bool assign(ss_session *s, const selection *sel, ssi_value value,
                   bool shares)
{
    const ss_array *from = ssi_array_of(value);
    if (sel->count && shares)
        return ssi_unsupported(s, "assignment of a tensor to what masks and "
                                  "index tensors name; numbers are supported");
    if (shares && !is_apart(&sel->view, from))
        return ssi_unsupported(s, "assignment to a tensor of its own elements;"
                                  " use .clone()");
    return sel->count ? assign_gathered(s, sel, from)
                      : assign_view(s, &sel->view, from);
}

bool ssi_torch_set_index(ss_session *s, ssi_value tensor, ssi_value key,
                         ssi_value v)
{
    selection sel;
    ssi_value value;
    bool ok;
    if (!value_tensor(s, ssi_array_of(tensor), v, &value))
        return false;
    ok = ssi_torch_select(s, tensor, key, &sel);
    if (ok) {
        ok = assign(s, &sel, value, ssi_is(v, &ssi_type_tensor));
        ssi_torch_selection_free(s, &sel);
    }
    ssi_release(s, value);
    return ok;
}

/* --- masked_fill, masked_select, index_select --- */
bool ssi_torch_call_masked_fill(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"mask:T!,value:N!",
                                             "mask:T!,value:T!", NULL};
    bool in_place = call->function->variant & SSI_TORCH_IN_PLACE, ok;
    ssi_torch_arguments a;
    ssi_torch_operand o[2] = {{.wrapped = false}};
    ssi_value self, result;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self))
        return false;
    const ss_array *t = ssi_array_of(self);
    if (ssi_array_of(a.values[0])->dtype != SS_BOOL)
        return ssi_raise(s, "RuntimeError",
                         "masked_fill only supports boolean masks, but got "
                         "mask with dtype %s",
                         ss_dtype_name(ssi_array_of(a.values[0])->dtype));
    if (ssi_is(a.values[1], &ssi_type_tensor))
        return ssi_unsupported(s, "a tensor as the value of %s()", a.name);
    if (!value_tensor(s, t, a.values[1], &o[0].value))
        return false;
    o[1].value = self;
    ok = ssi_torch_where(s, a.values[0], o, &result);
    ssi_release(s, o[0].value);
    if (!ok)
        return false;
    if (!in_place) {
        *out = result;
        return true;
    }
    const ss_array *r = ssi_array_of(result);
    ok = r->ndim == t->ndim
         && memcmp(r->shape, t->shape, t->ndim * sizeof *t->shape) == 0;
    ok = ok ? ssi_torch_copy_elements(s, t, r)
            : ssi_unsupported(s, "a mask larger than the tensor");
    ssi_release(s, result);
    if (ok)
        *out = ssi_retain(self);
    return ok;
}

bool ssi_torch_call_index_select(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"dim:I!,index:T!,*,out:U", NULL};
    ssi_torch_arguments a;
    selection sel = {0};
    ssi_value self;
    int64_t dim;
    size_t axis;
    bool ok;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_int(s, &a, 0, &dim)
        || !ssi_torch_axis(s, dim, ssi_array_of(self)->ndim, &axis))
        return false;
    const ss_array *index = ssi_array_of(a.values[1]);
    if (index->ndim != 1 || !ssi_dtype_is_integer(index->dtype)
        || ssi_array_of(self)->ndim == 0 || ssi_torch_has(&a, 2))
        return ssi_unsupported(s, "this index of index_select(); one axis of "
                                  "ints is supported");
    sel.view = *ssi_array_of(self);
    sel.view.owned = NULL;
    sel.axis = (uint32_t)axis;
    ok = ssi_torch_select_rows(s, &sel, a.values[1]) && gather(s, &sel, out);
    ssi_torch_selection_free(s, &sel);
    return ok;
}
