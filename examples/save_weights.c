/* The initial weights of a small network as PyTorch draws them, in a file that
 * PyTorch, NumPy and others load. SPDX-License-Identifier: MIT
 *
 *     cc save_weights.c $(pkg-config --cflags --libs sameseed) && ./a.out
 *
 * The same in PyTorch:
 *
 *     torch.manual_seed(23)
 *     model = torch.nn.Sequential(torch.nn.Conv2d(1, 4, 3), torch.nn.ReLU(),
 *                                 torch.nn.Flatten(), torch.nn.Linear(64, 10))
 *     safetensors.torch.save_file(model.state_dict(), 'weights.safetensors')
 */
#include <sameseed/sameseed.h>
#include <stdio.h>
#include <stdlib.h>

#define TENSORS 4

static const ss_torch_nn_layer model[] = {
    {.name = "0",
     .kind = SS_TORCH_NN_CONV,
     .in = 1,
     .out = 4,
     .ndim = 2,
     .shape = {3, 3}},
    {.name = "1"}, /* ReLU */
    {.name = "2"}, /* Flatten */
    {.name = "3", .kind = SS_TORCH_NN_LINEAR, .in = 64, .out = 10},
};
#define LAYERS (sizeof model / sizeof model[0])

/* Names, shapes and memory of the model's tensors. */
static ss_status describe(ss_torch_nn_tensor *entries, ss_named_array *tensors,
                          void **memory)
{
    for (size_t i = 0; i < TENSORS; i++) {
        ss_torch_nn_tensor *e = &entries[i];
        ss_status status = ss_torch_nn_at(model, LAYERS, SS_FLOAT32, i, e);

        if (status == SS_OK)
            status =
                ss_array_new(&tensors[i].array, e->dtype, 0, e->ndim, e->shape);
        if (status != SS_OK)
            return status;
        tensors[i].name = e->name;
        memory[i] = tensors[i].array.data;
    }
    return SS_OK;
}

static ss_status save(const char *path, const ss_named_array *tensors)
{
    FILE *file = fopen(path, "wb");
    ss_status status;

    if (!file)
        return SS_ERR_IO;
    status =
        ss_safetensors_write(tensors, TENSORS, NULL, 0, ss_write_stream, file);
    if (fclose(file) != 0)
        status = SS_ERR_IO;
    return status;
}

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "weights.safetensors";
    ss_torch_nn_tensor entries[TENSORS];
    ss_named_array tensors[TENSORS] = {{0}};
    void *memory[TENSORS];
    ss_torch_generator g;
    ss_status status = describe(entries, tensors, memory);

    if (status == SS_OK) {
        ss_torch_manual_seed(&g, 23);
        status = ss_torch_nn_init(&g, model, LAYERS, SS_FLOAT32, memory);
    }
    if (status == SS_OK)
        status = save(path, tensors);
    for (size_t i = 0; i < TENSORS; i++)
        ss_array_free(&tensors[i].array);
    if (status != SS_OK)
        fprintf(stderr, "%s: %s\n", path, ss_status_message(status));
    return status == SS_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
