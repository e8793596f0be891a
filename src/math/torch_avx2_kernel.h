/* SPDX-License-Identifier: MIT
 * The reference of PyTorch's AVX2 normals, one value at a time: included
 * twice by math/fma_twice.h.
 */

FMA_TARGET static inline float FMA_NAME(torch_logf)(float x)
{
    const float *p = torch_log_p;
    uint32_t bits = ssi_bits32(x < 0x1p-126f ? 0x1p-126f : x);
    float e = (float)((int)(bits >> 23) - 127) + 1.0f;
    float y = p[0], t = 0, z;

    x = ssi_float((bits & 0x807fffffu) | 0x3f000000u);
    if (x < TORCH_SQRT_HALF) {
        e -= 1.0f;
        t = x;
    }
    x = (x - 1.0f) + t;
    z = x * x;
    for (int i = 1; i < 9; i++)
        y = FMAF(y, x, p[i]);
    y = y * x;
    y = FMAF(y, z, e * TORCH_LN2_LO);
    y = FMAF(-z, 0.5f, y);
    return FMAF(e, TORCH_LN2_HI, x + y);
}

FMA_TARGET static inline void FMA_NAME(torch_sincosf)(float x, float *s,
                                                      float *c)
{
    const float *q = torch_pi_4, *a = torch_cos_p, *b = torch_sin_p;
    uint32_t j = ((uint32_t)(x * TORCH_4_PI) + 1) & ~1u;
    float y = (float)j, z, sine, cosine, t;

    x = FMAF(y, q[2], FMAF(y, q[1], FMAF(y, q[0], x)));
    z = x * x;
    t = z * 0.5f;
    cosine = z * FMAF(FMAF(a[0], z, a[1]), z, a[2]);
    cosine = FMAF(z, cosine, -t) + 1.0f;
    sine = z * FMAF(FMAF(b[0], z, b[1]), z, b[2]);
    sine = FMAF(x, sine, x);
    if (j & 2) {
        t = sine;
        sine = cosine;
        cosine = t;
    }
    /* Adding 0 turns -0 to 0, as the sum of two masked vectors does. */
    *s = ssi_float(ssi_bits32(sine + 0.0f) ^ (j & 4) << 29);
    *c = ssi_float(ssi_bits32(cosine + 0.0f) ^ (~(j - 2) & 4) << 29);
}

FMA_TARGET static void FMA_NAME(torch_normal16)(float *d, size_t count,
                                                float mean, float std)
{
    for (; count; count--, d += 16) {
        for (int j = 0; j < 8; j++) {
            float radius, s, c;

            radius = ssi_sqrtf(-2.0f * FMA_NAME(torch_logf)(1.0f - d[j]));
            FMA_NAME(torch_sincosf)(TORCH_2_PI * d[j + 8], &s, &c);
            d[j] = FMAF(radius * c, std, mean);
            d[j + 8] = FMAF(radius * s, std, mean);
        }
    }
}
