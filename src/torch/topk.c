/* SPDX-License-Identifier: MIT
 * The largest k of n. Equal values keep no order of their own: which of them
 * comes first is decided by the steps of libstdc++'s algorithms, so these are
 * followed step by step: heap select and heap sort for a small k, else Musser's
 * introspective selection and sort (1997).
 * Learned from: aten/src/ATen/native/TopKImpl.h, 2.13; the behaviour of
 * std::partial_sort, std::nth_element and std::sort in libstdc++ 13.
 */
#include "torch/topk.h"

#include <stdbool.h>

typedef ssi_torch_pair pair;

#define SMALL 16 /* what is shorter is left to insertion */

/* a stands before b: NaN first, then the larger. */
static bool before(const pair *a, const pair *b)
{
    return (a->value != a->value && b->value == b->value)
           || a->value > b->value;
}

static void swap(pair *a, pair *b)
{
    pair kept = *a;

    *a = *b;
    *b = kept;
}

/* A hole at the root of a heap sinks to a leaf, then item rises from there. */
static void sift(pair *heap, size_t hole, size_t n, pair item)
{
    size_t top = hole, child = hole;

    while (child < (n - 1) / 2) {
        child = 2 * child + 2;
        if (before(&heap[child], &heap[child - 1]))
            child--;
        heap[hole] = heap[child];
        hole = child;
    }
    if (n % 2 == 0 && child == (n - 2) / 2) {
        child = 2 * child + 1;
        heap[hole] = heap[child];
        hole = child;
    }
    while (hole > top && before(&heap[(hole - 1) / 2], &item)) {
        heap[hole] = heap[(hole - 1) / 2];
        hole = (hole - 1) / 2;
    }
    heap[hole] = item;
}

/* heap[0] goes to place, what stood there into the heap. */
static void pop(pair *heap, size_t n, pair *place)
{
    pair item = *place;

    *place = heap[0];
    sift(heap, 0, n, item);
}

/* The k first of n become a heap of the k largest, the least on top. */
static void heap_select(pair *items, size_t k, size_t n)
{
    for (size_t parent = k / 2; k > 1 && parent-- > 0;)
        sift(items, parent, k, items[parent]);
    for (size_t i = k; i < n; i++)
        if (before(&items[i], &items[0]))
            pop(items, k, &items[i]);
}

static void heap_sort(pair *heap, size_t n)
{
    while (n > 1) {
        n--;
        pop(heap, n, &heap[n]);
    }
}

/* The middle of the second, the central and the last item becomes the first. */
static void median_to_first(pair *items, size_t n)
{
    pair *a = items + 1, *b = items + n / 2, *c = items + n - 1, *middle;

    if (before(a, b))
        middle = before(b, c) ? b : before(a, c) ? c : a;
    else
        middle = before(a, c) ? a : before(b, c) ? c : b;
    swap(items, middle);
}

/* Hoare's partition around the first item; where the second part starts. */
static size_t partition(pair *items, size_t n)
{
    size_t low = 1, high = n;

    median_to_first(items, n);
    for (;;) {
        while (before(&items[low], &items[0]))
            low++;
        high--;
        while (before(&items[0], &items[high]))
            high--;
        if (low >= high)
            return low;
        swap(&items[low], &items[high]);
        low++;
    }
}

/* items[0] to items[i - 1] are in order; put items[i] among them. */
static void insert(pair *items, size_t i)
{
    pair item = items[i];

    for (; i > 0 && before(&item, &items[i - 1]); i--)
        items[i] = items[i - 1];
    items[i] = item;
}

static int depth_limit(size_t n)
{
    int log2 = 0;

    while (n >>= 1)
        log2++;
    return 2 * log2;
}

static void select_nth(pair *items, size_t nth, size_t n)
{
    int depth = depth_limit(n);
    size_t first = 0, last = n;

    while (last - first > 3) {
        size_t cut;
        if (depth-- == 0) {
            heap_select(items + first, nth + 1 - first, last - first);
            swap(&items[first], &items[nth]);
            return;
        }
        cut = first + partition(items + first, last - first);
        if (cut <= nth)
            first = cut;
        else
            last = cut;
    }
    for (size_t i = 1; i < last - first; i++)
        insert(items + first, i);
}

/* Runs of at most SMALL items, each in its place among the others. */
static void sort_roughly(pair *items, size_t n, int depth)
{
    while (n > SMALL) {
        size_t cut;
        if (depth-- == 0) {
            heap_select(items, n, n);
            heap_sort(items, n);
            return;
        }
        cut = partition(items, n);
        sort_roughly(items + cut, n - cut, depth);
        n = cut;
    }
}

static void sort(pair *items, size_t n)
{
    sort_roughly(items, n, depth_limit(n));
    for (size_t i = 1; i < n; i++)
        insert(items, i);
}

void ssi_torch_sort_pairs(ssi_torch_pair *pairs, size_t n)
{
    if (n)
        sort(pairs, n);
}

void ssi_torch_topk(ssi_torch_pair *pairs, size_t n, size_t k)
{
    if (k == 0)
        return;
    if (k <= n / 64) {
        heap_select(pairs, k, n);
        heap_sort(pairs, k);
    } else {
        select_nth(pairs, k - 1, n);
        sort(pairs, k - 1);
    }
}
