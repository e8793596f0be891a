/* examples/ten_lines.c: rand(3) of seed 23. SPDX-License-Identifier: MIT */
#include <sameseed/sameseed.h>
#include <stdio.h>

int main(void)
{
    ss_numpy_randomstate rs;
    double x[3];
    ss_text out = {0};
    ss_array a = ss_array_borrow(SS_FLOAT64, 1, (size_t[]){3}, x);

    ss_numpy_randomstate_seed(&rs, 23);
    ss_numpy_random_sample_fill(&rs, x, 3);
    if (ss_numpy_text(&a, NULL, &out) == SS_OK)
        puts(out.data);
    ss_text_free(&out);
    return 0;
}
