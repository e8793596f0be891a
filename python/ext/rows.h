/* SPDX-License-Identifier: MIT
 * What turns calls of the library into the functions of a row. F is the name
 * of the call: a draw F(state, ...), F_check(...) and F_fill(state, ..., out,
 * n); p0 to p2 are parameters in the order of the call.
 */
#ifndef ROWS_H
#define ROWS_H

#include "core.h"

#define RESULT_d 'd'
#define RESULT_i 'i'
#define OUT_d double
#define OUT_i int64_t

#define CALLS_0(F, R)                                                          \
    static core_value draw_##F(void *s, const core_value *p)                   \
    {                                                                          \
        return (core_value){.R = F(s)};                                        \
    }                                                                          \
    static ss_status fill_##F(void *s, const core_value *p, void *out,         \
                              size_t n)                                        \
    {                                                                          \
        F##_fill(s, (OUT_##R *)out, n);                                        \
        return SS_OK;                                                          \
    }

#define CALLS_(F, R, ...)                                                      \
    static core_value draw_##F(void *s, const core_value *p)                   \
    {                                                                          \
        return (core_value){.R = F(s, __VA_ARGS__)};                           \
    }                                                                          \
    static ss_status check_##F(const core_value *p)                            \
    {                                                                          \
        return F##_check(__VA_ARGS__);                                         \
    }                                                                          \
    static ss_status fill_##F(void *s, const core_value *p, void *out,         \
                              size_t n)                                        \
    {                                                                          \
        return F##_fill(s, __VA_ARGS__, (OUT_##R *)out, n);                    \
    }
#define CALLS_d(F, R) CALLS_(F, R, p[0].d)
#define CALLS_dd(F, R) CALLS_(F, R, p[0].d, p[1].d)
#define CALLS_ddd(F, R) CALLS_(F, R, p[0].d, p[1].d, p[2].d)
#define CALLS_iii(F, R) CALLS_(F, R, p[0].i, p[1].i, p[2].i)
/* binomial(n, p): p is looked at first. */
#define CALLS_pn(F, R) CALLS_(F, R, p[1].i, p[0].d)

#define FUNCTIONS(F, R)                                                        \
    .result = RESULT_##R, .draw = draw_##F, .check = check_##F, .fill = fill_##F
#define PLAIN(F, R) .result = RESULT_##R, .draw = draw_##F, .fill = fill_##F
#define ONE(...) .count = 1, .parameters = {{__VA_ARGS__}}
#define TWO(a, b) .count = 2, .parameters = {a, b}
#define THREE(a, b, c) .count = 3, .parameters = {a, b, c}
#define DOUBLE(name, position, constraint)                                     \
    {                                                                          \
        name, position, 'd', constraint                                        \
    }
#define INTEGER(name, position, constraint)                                    \
    {                                                                          \
        name, position, 'i', constraint                                        \
    }

#endif
