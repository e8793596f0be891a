/* SPDX-License-Identifier: MIT
 * A small training run, beside train.py: the data, the initial weights, the
 * batches and the dropout masks are PyTorch's, bit for bit; the loop is plain
 * C.
 *
 *     cc train.c $(pkg-config --cflags --libs sameseed)
 *
 * The lines on random numbers equal those of train.py. The losses agree to a
 * few digits: PyTorch's matrix products add in another order.
 */
#include <sameseed/sameseed.h>

#include <stdio.h>
#include <string.h>

enum { ROWS = 64, IN = 2, HIDDEN = 16, BATCH = 16, EPOCHS = 8 };

static const double drop = 0.2;
static const float rate = 0.1f;

/* nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1)) */
static const ss_torch_nn_layer layers[] = {
    {.name = "0", .kind = SS_TORCH_NN_LINEAR, .in = IN, .out = HIDDEN},
    {.name = "2", .kind = SS_TORCH_NN_LINEAR, .in = HIDDEN, .out = 1},
};

struct network {
    float w1[HIDDEN][IN], b1[HIDDEN], w2[HIDDEN], b2[1];
};

static ss_status init(ss_torch_generator *g, struct network *net)
{
    void *tensors[] = {net->w1, net->b1, net->w2, net->b2};

    return ss_torch_nn_init(g, layers, 2, SS_FLOAT32, tensors);
}

static void print_weights(const struct network *net)
{
    const float *tensors[] = {&net->w1[0][0], net->b1, net->w2, net->b2};
    ss_torch_nn_tensor t;

    for (size_t i = 0; i < 4; i++) {
        if (ss_torch_nn_at(layers, 2, SS_FLOAT32, i, &t) != SS_OK)
            return;
        printf("%s", t.name);
        for (size_t k = 0; k < t.count; k++)
            printf(" %.8f", (double)tensors[i][k]);
        printf("\n");
    }
}

/* DataLoader(data, batch_size=16, shuffle=True) when an epoch starts: the base
 * seed of the workers, then the seed of the permutation's own generator. */
static void shuffle(ss_torch_generator *g, int64_t order[ROWS])
{
    ss_torch_generator own;
    int64_t seeds[2];

    (void)ss_torch_random_fill(g, SS_INT64, &seeds[0], 1);
    (void)ss_torch_random_fill(g, SS_INT64, &seeds[1], 1);
    ss_torch_manual_seed(&own, (uint64_t)seeds[1]);
    ss_torch_randperm_fill(&own, order, ROWS);
}

static void print_batch(const int64_t *rows, const float *mask)
{
    printf("batch");
    for (size_t i = 0; i < BATCH; i++)
        printf(" %lld", (long long)rows[i]);
    printf("\nmask ");
    for (size_t i = 0; i < BATCH * HIDDEN; i++)
        putchar(mask[i] > 0 ? '1' : '0');
    printf("\n");
}

/* One row: hidden is what dropout leaves of the first layer. */
static float forward(const struct network *net, const float *x,
                     const float *mask, float hidden[HIDDEN])
{
    float y = net->b2[0];

    for (size_t j = 0; j < HIDDEN; j++) {
        float h = net->b1[j] + net->w1[j][0] * x[0] + net->w1[j][1] * x[1];
        hidden[j] = (h > 0 ? h : 0) * mask[j];
        y += net->w2[j] * hidden[j];
    }
    return y;
}

/* What a row adds to the gradients; slope is that of the loss. */
static void backward(const struct network *net, const float *x,
                     const float *mask, const float *hidden, float slope,
                     struct network *grad)
{
    grad->b2[0] += slope;
    for (size_t j = 0; j < HIDDEN; j++) {
        float back = hidden[j] > 0 ? slope * net->w2[j] * mask[j] : 0;
        grad->w2[j] += slope * hidden[j];
        grad->b1[j] += back;
        for (size_t k = 0; k < IN; k++)
            grad->w1[j][k] += back * x[k];
    }
}

/* A step of SGD; returns the mean squared error before it. */
static float step(struct network *net, const float (*x)[IN],
                  const int64_t *rows, const float (*mask)[HIDDEN])
{
    struct network grad = {0};
    float *w = &net->w1[0][0], *dw = &grad.w1[0][0], loss = 0;

    for (size_t i = 0; i < BATCH; i++) {
        const float *row = x[rows[i]];
        float hidden[HIDDEN], y = forward(net, row, mask[i], hidden);
        float error = y - row[0] * row[1]; /* it learns a product */
        loss += error * error / BATCH;
        backward(net, row, mask[i], hidden, 2 * error / BATCH, &grad);
    }
    for (size_t i = 0; i < sizeof *net / sizeof *w; i++)
        w[i] -= rate * dw[i];
    return loss;
}

int main(void)
{
    static float x[ROWS][IN], mask[BATCH][HIDDEN];
    struct network net;
    ss_torch_generator g;
    int64_t order[ROWS];

    ss_torch_manual_seed(&g, 23); /* torch.manual_seed(23) */
    ss_torch_randn_f32_fill(&g, &x[0][0], ROWS * IN);
    if (init(&g, &net) != SS_OK)
        return 1;
    print_weights(&net);
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        float loss = 0;
        shuffle(&g, order);
        for (size_t i = 0; i < ROWS; i += BATCH) {
            (void)ss_torch_dropout_fill(&g, SS_FLOAT32, drop, NULL, mask,
                                        BATCH * HIDDEN);
            print_batch(order + i, &mask[0][0]);
            loss += step(&net, (const float(*)[IN])x, order + i,
                         (const float(*)[HIDDEN])mask);
        }
        printf("epoch %d loss %.4f\n", epoch, (double)(loss * BATCH / ROWS));
    }
    return 0;
}
