/* SPDX-License-Identifier: MIT
 * The files of scripts, given by the program: here they live in memory.
 */
#include "script_run.h"

#include <errno.h>
#include <stdlib.h>

#define FILES 8

typedef struct memory_file {
    char path[64];
    ss_text text;
    bool open;
} memory_file;

typedef struct memory {
    memory_file files[FILES];
    size_t creates, drops;
    int fail_create, fail_write, fail_close;
} memory;

static memory disk;

static memory_file *find(const char *path)
{
    for (int i = 0; i < FILES; i++)
        if (strcmp(disk.files[i].path, path) == 0)
            return &disk.files[i];
    return NULL;
}

static int create(void *context, const char *path, void **file)
{
    memory_file *f = find("");

    assert_ptr_equal(context, &disk);
    disk.creates++;
    if (disk.fail_create)
        return disk.fail_create;
    assert_non_null(f);
    snprintf(f->path, sizeof f->path, "%s", path);
    f->open = true;
    *file = f;
    return 0;
}

static int write_bytes(void *file, const char *bytes, size_t size)
{
    memory_file *f = file;

    assert_true(f->open);
    if (disk.fail_write)
        return disk.fail_write;
    return ss_text_append(&f->text, bytes, size) == SS_OK ? 0 : ENOMEM;
}

static int close_file(void *file, bool keep)
{
    memory_file *f = file;

    assert_true(f->open);
    f->open = false;
    if (keep && !disk.fail_close)
        return 0;
    disk.drops++;
    ss_text_free(&f->text);
    f->path[0] = '\0';
    return disk.fail_close;
}

static int read_file(void *context, const char *path, size_t limit,
                     void **bytes, size_t *size)
{
    memory_file *f = find(path);

    (void)context;
    if (!f)
        return ENOENT;
    if (f->text.size > limit)
        return EFBIG;
    *size = f->text.size;
    *bytes = malloc(*size + 1);
    assert_non_null(*bytes);
    if (*size)
        memcpy(*bytes, f->text.data, *size);
    return 0;
}

static const char *reason(void *context, int number)
{
    (void)context;
    return number == ENOENT ? "no such file" : "a reason";
}

static const ss_script_files all = {.context = &disk,
                                    .create = create,
                                    .write = write_bytes,
                                    .close = close_file,
                                    .read = read_file,
                                    .reason = reason};

static int reset(void **state)
{
    (void)state;
    for (int i = 0; i < FILES; i++)
        ss_text_free(&disk.files[i].text);
    memset(&disk, 0, sizeof disk);
    return 0;
}

/* The script prints want and ends with that message and status. */
static void run(const ss_script_files *files, const char *source,
                const char *want, ss_status status, const char *message)
{
    static record r;
    ss_script_options options = {
        .write = record_write, .context = &r, .preload = true, .files = files};
    ss_session *s = ss_session_new(&options);
    ss_script_error error;

    memset(&r, 0, sizeof r);
    assert_non_null(s);
    assert_int_equal(run_in(s, source, SS_SCRIPT_FILE, &error), status);
    assert_string_equal(error.message, message);
    assert_string_equal(r.printed, want);
    ss_session_free(s);
    for (int i = 0; i < FILES; i++)
        assert_false(disk.files[i].open);
}

static void what_is_saved_is_loaded(void **state)
{
    (void)state;
    run(&all,
        "a = np.array([[1.5, 2], [3, 4]])\nnp.save('a', a.T)\n"
        "print(np.load('a.npy'))",
        "[[1.5 3. ]\n [2.  4. ]]\n", SS_OK, "");
    run(&all,
        "np.savez('z', np.arange(2), b=np.array(['x']))\n"
        "with np.load('z.npz') as z:\n    print(z['b'], z['arr_0'], z)\n"
        "print(z)",
        "['x'] [0 1] NpzFile 'z.npz' with keys: b, arr_0\n"
        "NpzFile 'object' with keys: b, arr_0\n",
        SS_OK, "");
    run(&all,
        "from safetensors.torch import save_file, load_file\n"
        "save_file({'w': torch.arange(3), 'b': torch.ones(1)}, 's')\n"
        "print(load_file('s'))",
        "{'w': tensor([0, 1, 2]), 'b': tensor([1.])}\n", SS_OK, "");
    run(&all, "np.savetxt('t', [[1, 2], [3, 4]], fmt='%d', header='h')", "",
        SS_OK, "");
    assert_string_equal(find("t")->text.data, "# h\n1 2\n3 4\n");
}

static void a_saved_state_goes_on(void **state)
{
    (void)state;
    run(&all,
        "torch.manual_seed(1); torch.rand(700)\n"
        "torch.save(torch.get_rng_state(), 'g.npy')\n"
        "print(torch.rand(3))",
        "tensor([0.1811, 0.2085, 0.3225])\n", SS_OK, "");
    run(&all,
        "torch.set_rng_state(torch.tensor(np.load('g.npy')))\n"
        "print(torch.rand(3))",
        "tensor([0.1811, 0.2085, 0.3225])\n", SS_OK, "");
    run(&all,
        "np.random.seed(5); np.random.randn(3)\n"
        "name, key, pos, has, gauss = np.random.get_state()\n"
        "np.savez('n', key=key, rest=[pos, has], gauss=gauss)\n"
        "print(np.random.randn(2))",
        "[-0.25209213  0.10960984]\n", SS_OK, "");
    run(&all,
        "z = np.load('n.npz')\n"
        "np.random.set_state(('MT19937', z['key'], int(z['rest'][0]), "
        "int(z['rest'][1]), float(z['gauss'])))\n"
        "print(np.random.randn(2))",
        "[-0.25209213  0.10960984]\n", SS_OK, "");
}

static void without_functions_nothing_is_touched(void **state)
{
    ss_script_files some = all;

    (void)state;
    run(NULL, "np.save('a', 1)", "", SS_ERR_UNSUPPORTED,
        "np.save is not supported here: this program gives scripts no files "
        "to write");
    run(NULL, "np.load('a.npy')", "", SS_ERR_UNSUPPORTED,
        "np.load is not supported here: this program gives scripts no files "
        "to read");
    some.create = NULL;
    run(&some, "np.array([1]).tofile('a')", "", SS_ERR_UNSUPPORTED,
        "tofile is not supported here: this program gives scripts no files to "
        "write");
    run(&all, "np.savez_compressed('z', 1)", "", SS_ERR_UNSUPPORTED,
        "np.savez_compressed is not supported here: this program has nothing "
        "to compress with; np.savez is");
    assert_int_equal(disk.creates, 0);
}

static void failures_leave_nothing(void **state)
{
    (void)state;
    disk.fail_create = EACCES;
    run(&all, "print(1)\nnp.save('a', 1)", "1\n", SS_ERR_IO,
        "PermissionError: [Errno 13] a reason: 'a.npy'");
    disk.fail_create = 0;
    disk.fail_write = ENOSPC;
    run(&all, "np.savez('z', 1)", "", SS_ERR_IO,
        "OSError: [Errno 28] a reason: 'z.npz'");
    run(&all, "np.savetxt('t', [1])", "", SS_ERR_IO,
        "OSError: [Errno 28] a reason: 't'");
    disk.fail_write = 0;
    disk.fail_close = EIO;
    run(&all, "torch.save({'a': torch.ones(1)}, 'a.safetensors')", "",
        SS_ERR_IO, "OSError: [Errno 5] a reason: 'a.safetensors'");
    disk.fail_close = 0;
    run(&all, "np.savetxt('t', [[1, 2]], fmt='%d %q')", "", SS_ERR_UNSUPPORTED,
        "not supported: this format with %; the conversions d i u x X o f F e "
        "E g G s with the flags - + 0 and blank are supported");
    assert_int_equal(disk.drops, 4);
    run(&all, "np.load('none')", "", SS_ERR_IO,
        "FileNotFoundError: [Errno 2] no such file: 'none'");
}

static void torch_save_writes_what_the_extension_says(void **state)
{
    (void)state;
    run(&all, "torch.save({'a': torch.ones(1)}, 'model.pt')", "",
        SS_ERR_UNSUPPORTED,
        "not supported: torch.save to '.pt', which PyTorch pickles; "
        "'.safetensors' (a dict of tensors), '.npy' (a tensor) and '.npz' (a "
        "dict of tensors) are written");
    run(&all, "torch.save({'a': 1}, 'a.safetensors')", "", SS_ERR_UNSUPPORTED,
        "not supported: torch.save of a dict with a value of type int ('a') "
        "to this format; its values must be tensors");
    run(&all, "torch.save(torch.ones(1), 'a.safetensors')", "",
        SS_ERR_UNSUPPORTED,
        "not supported: torch.save of a value of type Tensor to "
        "'.safetensors'; '.safetensors' (a dict of tensors), '.npy' (a "
        "tensor) and '.npz' (a dict of tensors) are written");
    assert_int_equal(disk.creates, 0);
}

static void broken_files_are_errors(void **state)
{
    (void)state;
    run(&all,
        "np.array([7, 0, 0, 0, 0], dtype='uint8').tofile('s')\n"
        "from safetensors.torch import load_file\nload_file('s')",
        "", SS_ERR_EXCEPTION,
        "safetensors._safetensors_rust.SafetensorError: s: byte 0: not a "
        ".safetensors file: fewer than 8 bytes");
    run(&all, "np.load('s')", "", SS_ERR_EXCEPTION,
        "ValueError: This file contains pickled (object) data. If you trust "
        "the file you can load it unsafely using the `allow_pickle=` keyword "
        "argument or `pickle.load()`.");
}

static void shared_memory_is_not_saved_twice(void **state)
{
    (void)state;
    run(&all,
        "from safetensors.torch import save_file\n"
        "a = torch.ones(2, 2)\n"
        "save_file({'x': a[0], 'y': a[1]}, 'fine')\n"
        "save_file({'a': a, 'b': a[1]}, 's')",
        "", SS_ERR_EXCEPTION,
        "RuntimeError: Some tensors share memory, this will lead to duplicate "
        "memory on disk and potential differences when loading them again: "
        "[{'a', 'b'}].");
    assert_non_null(find("fine"));
    assert_null(find("s"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_is_saved_is_loaded, reset),
        cmocka_unit_test_setup(a_saved_state_goes_on, reset),
        cmocka_unit_test_setup(without_functions_nothing_is_touched, reset),
        cmocka_unit_test_setup(failures_leave_nothing, reset),
        cmocka_unit_test_setup(torch_save_writes_what_the_extension_says,
                               reset),
        cmocka_unit_test_setup(broken_files_are_errors, reset),
        cmocka_unit_test_setup(shared_memory_is_not_saved_twice, reset),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    reset(NULL);
    return failed;
}
