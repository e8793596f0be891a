/* SPDX-License-Identifier: MIT
 * Profiles: reading "numpy=1.21.6,torch=2.13,cpu=avx2", and the comment
 * "# sameseed: numpy=1.21.6" at the head of a script.
 */
#include <sameseed/profile.h>

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <sameseed/script.h>

/* A value that is longer than this is not one that is known. */
#define LONGEST 32

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\r';
}

/* text[*from ... *end) without the spaces around it. */
static void trim(const char *text, size_t *from, size_t *end)
{
    while (*from < *end && is_space(text[*from]))
        ++*from;
    while (*end > *from && is_space(text[*end - 1]))
        --*end;
}

/* --- values --- */

static ss_status set_numpy(ss_profile *profile, const char *value)
{
    return ss_numpy_release_parse(value, &profile->numpy);
}

static ss_status set_torch(ss_profile *profile, const char *value)
{
    return ss_torch_release_parse(value, &profile->torch);
}

static ss_status set_cpu(ss_profile *profile, const char *value)
{
    static const char *const names[] = {[SS_TORCH_AVX2] = "avx2",
                                        [SS_TORCH_DEFAULT] = "default",
                                        [SS_TORCH_AARCH64] = "aarch64"};

    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(value, names[i]) == 0) {
            profile->cpu = (ss_torch_capability)i;
            return SS_OK;
        }
    return SS_ERR_TORCH_CPU;
}

static ss_status set_gpu(ss_profile *profile, const char *value)
{
    (void)profile;
    (void)value;
    return SS_ERR_PROFILE_GPU;
}

static const struct {
    const char *name;
    ss_status (*set)(ss_profile *profile, const char *value);
    ss_status unknown; /* what set() answers for a value it does not know */
} keys[] = {{"numpy", set_numpy, SS_ERR_NUMPY_RELEASE},
            {"torch", set_torch, SS_ERR_TORCH_RELEASE},
            {"cpu", set_cpu, SS_ERR_TORCH_CPU},
            {"gpu", set_gpu, SS_ERR_PROFILE_GPU}};
enum { KEYS = sizeof keys / sizeof *keys };

/* --- the text --- */

/* One key=value, text[from ... end). seen has a bit for each key before it. */
static ss_status read_item(const char *text, size_t from, size_t end,
                           ss_profile *profile, unsigned *seen, size_t *at)
{
    const char *sign = memchr(text + from, '=', end - from);
    size_t mark, value_from, value_end = end;
    char value[LONGEST + 1] = "";

    *at = from;
    if (!sign)
        return SS_ERR_PROFILE;
    mark = (size_t)(sign - text);
    value_from = mark + 1;
    trim(text, &from, &mark);
    trim(text, &value_from, &value_end);
    for (unsigned i = 0; i < KEYS; i++) {
        if (mark - from != strlen(keys[i].name)
            || memcmp(text + from, keys[i].name, mark - from) != 0)
            continue;
        if (*seen & 1u << i)
            return SS_ERR_PROFILE_TWICE;
        *seen |= 1u << i;
        if (keys[i].set != set_gpu)
            *at = value_from;
        if (value_end - value_from > LONGEST)
            return keys[i].unknown;
        memcpy(value, text + value_from, value_end - value_from);
        return strlen(value) == value_end - value_from
                   ? keys[i].set(profile, value)
                   : keys[i].unknown;
    }
    return SS_ERR_PROFILE_KEY;
}

ss_status ss_profile_parse(const char *text, size_t size, ss_profile *profile,
                           ss_diag *diag)
{
    ss_profile next = *profile;
    ss_status status = SS_OK;
    unsigned seen = 0;
    size_t from = 0, end = size, at = 0;

    trim(text, &from, &end);
    for (size = end; status == SS_OK && from < size; from = end + 1) {
        const char *comma = memchr(text + from, ',', size - from);
        size_t stop = end = comma ? (size_t)(comma - text) : size;

        trim(text, &from, &stop);
        status = read_item(text, from, stop, &next, &seen, &at);
        if (status == SS_OK && comma && end + 1 == size) {
            status = SS_ERR_PROFILE; /* nothing behind the last comma */
            at = end;
        }
    }
    if (status == SS_OK)
        *profile = next;
    else if (diag)
        *diag = (ss_diag){status, ss_status_message(status), at};
    return status;
}

/* --- messages --- */

const char *ss_profile_choices(ss_status status)
{
    switch (status) {
    case SS_ERR_NUMPY_RELEASE:
        return ss_numpy_releases();
    case SS_ERR_TORCH_RELEASE:
        return ss_torch_releases();
    case SS_ERR_TORCH_CPU:
        return "avx2 (processors with AVX-512 too), default, aarch64";
    case SS_ERR_PROFILE:
    case SS_ERR_PROFILE_KEY:
    case SS_ERR_PROFILE_TWICE:
    case SS_ERR_PROFILE_GPU:
        return "numpy=RELEASE, torch=RELEASE, cpu=NAME";
    default:
        return "";
    }
}

void ss_profile_explain(const char *text, size_t size, const ss_diag *diag,
                        char *out, size_t room)
{
    size_t from = diag->byte < size ? diag->byte : size, end = from;
    bool value = diag->code == SS_ERR_NUMPY_RELEASE
                 || diag->code == SS_ERR_TORCH_RELEASE
                 || diag->code == SS_ERR_TORCH_CPU;

    while (end < size && text[end] != ',' && text[end] != '\0'
           && (value || text[end] != '=') && end - from < 2 * LONGEST)
        end++;
    trim(text, &from, &end);
    snprintf(out, room, "'%.*s' is %s; supported are %s", (int)(end - from),
             text + from, ss_status_message(diag->code),
             ss_profile_choices(diag->code));
}

/* --- the comment --- */

typedef struct line {
    size_t start, end; /* without the line's end */
    size_t next;
} line;

static line line_at(const char *source, size_t size, size_t start)
{
    line l = {start, start, 0};

    while (l.end < size && source[l.end] != '\n' && source[l.end] != '\r')
        l.end++;
    l.next = l.end + (l.end < size);
    if (l.next < size && source[l.end] == '\r' && source[l.next] == '\n')
        l.next++;
    return l;
}

/* Whether the line is blank or a comment; *text, if it is ours, is where what
 * it says begins, otherwise 0. */
static bool is_comment(const char *source, const line *l, size_t *text)
{
    static const char head[] = "sameseed:";
    size_t at = l->start, end = l->end;

    *text = 0;
    trim(source, &at, &end);
    if (at == end)
        return true;
    if (source[at++] != '#')
        return false;
    trim(source, &at, &end);
    if (end - at >= strlen(head)
        && memcmp(source + at, head, strlen(head)) == 0)
        *text = at + strlen(head);
    return true;
}

static ss_status fail(ss_script_error *error, size_t cell, uint32_t number,
                      const char *line_start, size_t byte, ss_status status)
{
    error->status = status;
    error->cell = cell;
    error->line = number;
    error->column = 1;
    for (size_t i = 0; i < byte; i++) /* characters, not bytes */
        error->column += ((unsigned char)line_start[i] & 0xc0) != 0x80;
    return status;
}

/* One comment of ours: a profile at the head, an error below it unless it
 * would not be one anyway. */
static ss_status read_comment(const ss_script_cell *cell, size_t index,
                              uint32_t number, const line *l, size_t text,
                              bool head, ss_profile *profile,
                              ss_script_error *error)
{
    const char *from = cell->source + text, *start = cell->source + l->start;
    size_t size = l->end - text;
    ss_profile next = *profile;
    ss_diag diag;
    ss_status status = ss_profile_parse(from, size, &next, &diag);

    if (!head) {
        size_t at = 0;

        trim(from, &at, &size);
        if (status != SS_OK || at == size)
            return SS_OK;
        snprintf(error->message, sizeof error->message,
                 "profile: %s; move this comment to the first line",
                 ss_status_message(SS_ERR_PROFILE_PLACE));
        return fail(error, index, number, start, 0, SS_ERR_PROFILE_PLACE);
    }
    if (status == SS_OK) {
        *profile = next;
        return SS_OK;
    }
    memcpy(error->message, "profile: ", 9);
    ss_profile_explain(from, size, &diag, error->message + 9,
                       sizeof error->message - 9);
    return fail(error, index, number, start, text - l->start + diag.byte,
                status);
}

static ss_status read_cell(const ss_script_cell *cell, size_t index, bool head,
                           ss_profile *profile, ss_script_error *error)
{
    const char *source = cell->source;
    size_t text, at = 0;
    uint32_t number = 1;

    if (cell->size >= 3 && memcmp(source, "\xef\xbb\xbf", 3) == 0)
        at = 3;
    for (line l; at < cell->size; at = l.next, number++) {
        l = line_at(source, cell->size, at);
        head = is_comment(source, &l, &text) && head;
        if (!text)
            continue;
        ss_status status =
            read_comment(cell, index, number, &l, text, head, profile, error);
        if (status != SS_OK)
            return status;
    }
    return SS_OK;
}

ss_status ss_script_profile(const ss_script_cell *cells, size_t count,
                            ss_profile *profile, ss_script_error *error)
{
    ss_profile next = *profile;
    ss_script_error ignored;
    ss_status status = SS_OK;

    if (!error)
        error = &ignored;
    memset(error, 0, sizeof *error);
    for (size_t i = 0; status == SS_OK && i < count; i++)
        status = read_cell(&cells[i], i, i == 0, &next, error);
    if (status == SS_OK)
        *profile = next;
    return status;
}
