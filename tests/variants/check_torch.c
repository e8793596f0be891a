/* SPDX-License-Identifier: MIT
 * The CPU that runs does not show in torch's fills: the step of uniform_ that
 * has a variant, then whole fills with and without the CPU's instructions.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/cpu.h>
#include <sameseed/torch.h>

#include "torch/draw.h"
#include "torch/uniform_kernels.h"

#define MOST 70

static float f_start[MOST + 1], f_want[MOST + 1], f_got[MOST + 1];
static double d_start[MOST + 1], d_want[MOST + 1], d_got[MOST + 1];

/* Uniforms, the highest and the lowest among them; a guard at the end. */
static void draw(ss_torch_generator *g)
{
    ssi_torch_u24_fill(g, f_start, MOST + 1);
    ssi_torch_u53_fill(g, d_start, MOST + 1);
    f_start[3] = 0x1.fffffep-1f;
    d_start[3] = 0x1.fffffffffffffp-1;
    f_start[5] = 0;
    d_start[5] = 0;
}

static void compare(double from, double to, bool fused, size_t n)
{
    const ssi_torch_uniform_kernels *fast = ssi_torch_uniform_select();
    ssi_torch_range_f32 f = {(float)from, (float)to, (float)to - (float)from,
                             fused};
    ssi_torch_range_f64 d = {from, to, to - from, fused};

    memcpy(f_want, f_start, sizeof f_want);
    memcpy(f_got, f_start, sizeof f_got);
    memcpy(d_want, d_start, sizeof d_want);
    memcpy(d_got, d_start, sizeof d_got);
    ssi_torch_uniform_portable.f32(&f, f_want, n);
    ssi_torch_uniform_portable.f64(&d, d_want, n);
    fast->f32(&f, f_got, n);
    fast->f64(&d, d_got, n);
    if (memcmp(f_want, f_got, sizeof f_want) != 0
        || memcmp(d_want, d_got, sizeof d_want) != 0)
        fail_msg("%g to %g, fused %d, n %zu", from, to, fused, n);
}

static void uniform_ranges_are_the_reference(void **state)
{
    static const double bounds[][2] = {{0, 1}, {-1, 0},     {-0.3, 1.7},
                                       {2, 2}, {1e-8, 3e4}, {-1e30, 1e30}};
    ss_torch_generator g = {0};

    ss_torch_manual_seed(&g, 1);
    for (size_t n = 0; n < MOST; n++) {
        draw(&g);
        for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
            compare(bounds[i][0], bounds[i][1], false, n);
            compare(bounds[i][0], bounds[i][1], true, n);
        }
    }
}

/* All of it, from a state of any phase. */
static void fills(ss_torch_generator *g, size_t n, uint64_t *out)
{
    const double rates[4] = {0.5, 9, 20, 1e6};

    ss_torch_uniform_f32_fill(g, -0.3, 1.7, (float *)out, n);
    ss_torch_uniform_f64_fill(g, -0.3, 1.7, (double *)(out + 1000), n);
    ss_torch_normal_f32_fill(g, -0.3, 1.7, (float *)(out + 2000), n);
    ss_torch_normal_f64_fill(g, -0.3, 1.7, (double *)(out + 3000), n);
    ss_torch_randint_fill(g, SS_INT64, 0, 1000, out + 4000, n);
    ss_torch_exponential_f64_fill(g, 1, (double *)(out + 5000), n);
    ss_torch_log_normal_f64_fill(g, 1, 2, (double *)(out + 6000), n);
    ss_torch_cauchy_f64_fill(g, 0, 1, (double *)(out + 7000), n);
    ss_torch_geometric_f64_fill(g, 0.1, (double *)(out + 8000), n);
    ss_torch_gamma_f64_fill(g, rates, (double *)(out + 9000), 4);
    ss_torch_poisson_f64_fill(g, rates, (double *)(out + 9004), 4);
}

static void fills_do_not_depend_on_the_cpu(void **state)
{
    static uint64_t want[9008], got[9008];

    for (int capability = 0; capability <= SS_TORCH_AARCH64; capability++) {
        for (size_t n = 0; n < 700; n += n < 40 ? 1 : 61) {
            ss_torch_generator g = {0}, same;
            g.capability = (ss_torch_capability)capability;
            ss_torch_reseed(&g, n);
            for (size_t i = 0; i < n; i++)
                ss_torch_next_u32(&g);
            same = g;
            fills(&g, n, got);
            ss_cpu_limit(0);
            fills(&same, n, want);
            ss_cpu_limit(UINT32_MAX);
            if (memcmp(got, want, sizeof got) != 0
                || memcmp(&g, &same, sizeof g) != 0)
                fail_msg("capability %d, n %zu", capability, n);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uniform_ranges_are_the_reference),
        cmocka_unit_test(fills_do_not_depend_on_the_cpu),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
