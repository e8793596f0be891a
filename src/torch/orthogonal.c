/* SPDX-License-Identifier: MIT
 * torch.nn.init.orthogonal_(): the Q of normals whose R has a positive
 * diagonal. PyTorch takes Q from the LAPACK of its BLAS and turns the signs;
 * its last bits are those of that BLAS, processor and count of threads. Here
 * it is computed in double, by Gram and Schmidt with every projection done
 * twice, which is exact to about 1e-15 times the condition of the normals.
 * Learned from: torch/nn/init.py, 2.13; Giraud, Langou and Rozloznik 2005.
 */
#include <stdlib.h>

#include "math/sqrt.h"
#include "torch/store.h"

static double dot(const double *a, const double *b, size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

/* columns vectors of n become orthonormal; one that is 0 stays so. */
static void orthogonalize(double *q, size_t columns, size_t n)
{
    for (size_t j = 0; j < columns; j++) {
        double *v = q + j * n, norm;
        for (int round = 0; round < 2; round++)
            for (size_t k = 0; k < j; k++) {
                double part = dot(q + k * n, v, n);
                for (size_t i = 0; i < n; i++)
                    v[i] -= part * q[k * n + i];
            }
        norm = ssi_sqrt(dot(v, v, n));
        for (size_t i = 0; i < n && norm > 0; i++)
            v[i] /= norm;
    }
}

/* Element (row, column) of the matrix stands at that place of the vectors. */
static size_t place(size_t rows, size_t columns, size_t i, size_t k)
{
    return rows < columns ? i * columns + k : k * rows + i;
}

static void store(const ss_torch_generator *g, ss_dtype dtype, double gain,
                  const double *q, size_t rows, size_t columns, void *out)
{
    double factor = ssi_torch_scalar(dtype, gain);

    for (size_t i = 0; i < rows; i++)
        for (size_t k = 0; k < columns; k++) {
            double x = q[place(rows, columns, i, k)];
            x = ssi_torch_round(dtype, x) * factor;
            ssi_torch_store(g, dtype, out, i * columns + k, &x, 1);
        }
}

ss_status ss_torch_orthogonal_fill(ss_torch_generator *g, ss_dtype dtype,
                                   double gain, size_t rows, size_t columns,
                                   void *out)
{
    bool wide = rows < columns;
    double *q;
    ss_status status;

    if (dtype != SS_FLOAT32 && dtype != SS_FLOAT64)
        return SS_ERR_DTYPE;
    if (rows == 0 || columns == 0)
        return SS_OK;
    if (rows > SIZE_MAX / sizeof *q / columns)
        return SS_ERR_MEMORY;
    q = malloc(rows * columns * sizeof *q);
    if (q == NULL)
        return SS_ERR_MEMORY;
    status = ss_torch_normal_fill(g, dtype, 0, 1, out, rows * columns);
    for (size_t i = 0; i < rows; i++)
        for (size_t k = 0; k < columns; k++)
            ssi_torch_load(dtype, out, i * columns + k,
                           q + place(rows, columns, i, k), 1);
    orthogonalize(q, wide ? rows : columns, wide ? columns : rows);
    store(g, dtype, gain, q, rows, columns, out);
    free(q);
    return status;
}
