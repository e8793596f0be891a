/* SPDX-License-Identifier: MIT
 * NumPy's print options.
 * Learned from: NumPy 2.4.6 (_core/arrayprint.py) by experiment.
 */
#include <string.h>

#include "script/ndarray.h"
#include "script/numpy_formatter.h"
#include "script/numpy_print.h"
#include "script/numpy_since.h"

/* The order of the parameters of set_printoptions. */
enum {
    PRECISION,
    THRESHOLD,
    EDGEITEMS,
    LINEWIDTH,
    SUPPRESS,
    NANSTR,
    INFSTR,
    FORMATTER,
    SIGN,
    FLOATMODE,
    LEGACY,
    OVERRIDE_REPR
};

typedef struct print_state {
    ss_numpy_print_options options;
    char nanstr[64], infstr[64];
} print_state;

static void save(const ss_session *s, print_state *state)
{
    state->options = s->numpy_print;
    memcpy(state->nanstr, s->numpy_nanstr, sizeof state->nanstr);
    memcpy(state->infstr, s->numpy_infstr, sizeof state->infstr);
}

static void apply(ss_session *s, const print_state *state)
{
    bool nan = state->options.nanstr != NULL;
    bool inf = state->options.infstr != NULL;
    s->numpy_print = state->options;
    memcpy(s->numpy_nanstr, state->nanstr, sizeof state->nanstr);
    memcpy(s->numpy_infstr, state->infstr, sizeof state->infstr);
    s->numpy_print.nanstr = nan ? s->numpy_nanstr : NULL;
    s->numpy_print.infstr = inf ? s->numpy_infstr : NULL;
}

/* sys.maxsize is one less than no limit at all; both print alike. */
bool ssi_print_option(ss_session *s, ssi_value v, const char *name,
                      bool unlimited, int64_t *out)
{
    double d;
    uint64_t u;
    bool negative, fits;
    if (unlimited && ssi_is_float(v)) {
        if (!ssi_to_double(s, v, &d))
            return false;
        if (d > 0 && d - d != 0) {
            *out = SS_PRINT_UNLIMITED;
            return true;
        }
        return ssi_unsupported(s, "%s=%s; ints and inf are supported", name,
                               d == d ? "a float" : "nan");
    }
    if (!ssi_is_int(v))
        return ssi_unsupported(s, "%s of type %s; ints are supported", name,
                               ssi_type_name(v));
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (negative || !fits || u > INT64_MAX)
        return ssi_unsupported(s, "this %s; 0 to 2**63 - 1 are supported",
                               name);
    *out = u == 0 ? SS_PRINT_ZERO : u == INT64_MAX ? INT64_MAX - 1 : (int64_t)u;
    return true;
}

static bool is_number(ssi_value v)
{
    return ssi_is_int(v) || ssi_is_float(v) || ssi_is(v, &ssi_type_complex);
}

static bool set_numbers(ss_session *s, const ssi_value *v, print_state *p)
{
    double d;
    if (v[THRESHOLD].tag != SSI_NONE) {
        if (!is_number(v[THRESHOLD]))
            return ssi_raise(s, "TypeError", "threshold must be numeric");
        if (ssi_is_float(v[THRESHOLD])
            && (!ssi_to_double(s, v[THRESHOLD], &d) || d != d))
            return ssi_raise(s, "ValueError",
                             "threshold must be non-NAN, try sys.maxsize for "
                             "untruncated representation");
        if (!ssi_print_option(s, v[THRESHOLD], "threshold", true,
                              &p->options.threshold))
            return false;
    }
    if (v[PRECISION].tag != SSI_NONE) {
        if (!ssi_is_int(v[PRECISION]))
            return ssi_raise(s, "TypeError", "precision must be an integer");
        if (!ssi_print_option(s, v[PRECISION], "precision", false,
                              &p->options.precision))
            return false;
    }
    return (v[EDGEITEMS].tag == SSI_NONE
            || ssi_print_option(s, v[EDGEITEMS], "edgeitems", false,
                                &p->options.edgeitems))
           && (v[LINEWIDTH].tag == SSI_NONE
               || ssi_print_option(s, v[LINEWIDTH], "linewidth", true,
                                   &p->options.linewidth));
}

static bool set_text(ss_session *s, ssi_value v, const char *name, char *to,
                     const char **option)
{
    if (v.tag == SSI_NONE)
        return true;
    const ssi_str_object *text = (const ssi_str_object *)v.u.o;
    if (!ssi_is(v, &ssi_type_str) || text->size > 63
        || strlen(text->data) != text->size)
        return ssi_unsupported(s,
                               "this %s; a text of up to 63 bytes is "
                               "supported",
                               name);
    memcpy(to, text->data, text->size + 1);
    *option = to;
    return true;
}

static const char *const floatmodes[] = {NULL, "fixed", "unique", "maxprec",
                                         "maxprec_equal"};

static bool set_words(ss_session *s, const ssi_value *v, print_state *p)
{
    const char *sign = NULL, *mode = NULL;
    int found = 0;
    if (ssi_is(v[FLOATMODE], &ssi_type_str))
        mode = ((ssi_str_object *)v[FLOATMODE].u.o)->data;
    if (ssi_is(v[SIGN], &ssi_type_str))
        sign = ((ssi_str_object *)v[SIGN].u.o)->data;
    for (int i = 1; mode && i < 5; i++)
        if (strcmp(mode, floatmodes[i]) == 0)
            found = i;
    if (v[FLOATMODE].tag != SSI_NONE && !found)
        return ssi_raise(s, "ValueError",
                         "floatmode option must be one of \"fixed\", "
                         "\"unique\", \"maxprec\", \"maxprec_equal\"");
    if (v[SIGN].tag != SSI_NONE
        && (!sign || strlen(sign) != 1 || !strchr(" +-", *sign)))
        return ssi_raise(s, "ValueError",
                         "sign option must be one of ' ', '+', or '-'");
    if (found)
        p->options.floatmode = (ss_numpy_floatmode)found;
    if (sign)
        p->options.sign = *sign;
    return true;
}

static const struct {
    const char *name;
    int32_t number;
} legacies[] = {
    {"1.13", 113}, {"1.21", 121}, {"1.25", 125}, {"2.1", 201}, {"2.2", 202}};

static bool set_legacy(ss_session *s, ssi_value v, print_state *p)
{
    if (v.tag == SSI_NONE)
        return true;
    if (v.tag == SSI_BOOL && !v.u.b) {
        p->options.legacy = ssi_numpy_legacy(s);
        return true;
    }
    for (size_t i = 0; i < sizeof legacies / sizeof *legacies; i++)
        if (ssi_is(v, &ssi_type_str)
            && strcmp(((ssi_str_object *)v.u.o)->data, legacies[i].name) == 0) {
            p->options.legacy = legacies[i].number;
            return true;
        }
    return ssi_unsupported(s, "this legacy=; '1.13', '1.21', '1.25', '2.1', "
                              "'2.2' and False are supported");
}

/* The arguments of a call over the state *p. */
static bool read_options(ss_session *s, const ssi_call *call, print_state *p)
{
    ssi_value v[OVERRIDE_REPR + 1];
    bool suppress;
    for (int i = 0; i <= OVERRIDE_REPR; i++)
        v[i] = call->given[i] ? call->args[i] : ssi_none();
    if (v[SUPPRESS].tag != SSI_NONE) {
        if (!ssi_truth(s, v[SUPPRESS], &suppress))
            return false;
        p->options.suppress = suppress;
    }
    if (v[OVERRIDE_REPR].tag != SSI_NONE)
        return ssi_unsupported(s, "override_repr= of print options");
    if (!set_words(s, v, p) || !set_legacy(s, v[LEGACY], p)
        || !set_numbers(s, v, p)
        || !ssi_set_formatter(s, v[FORMATTER], &p->options))
        return false;
    return set_text(s, v[NANSTR], "nanstr", p->nanstr, &p->options.nanstr)
           && set_text(s, v[INFSTR], "infstr", p->infstr, &p->options.infstr);
}

bool ssi_numpy_set_printoptions(ss_session *s, ssi_call *call, ssi_value *out)
{
    print_state p;
    *out = ssi_none();
    save(s, &p);
    if (!read_options(s, call, &p))
        return false;
    if (p.options.legacy == 113)
        p.options.sign = '-';
    apply(s, &p);
    return true;
}

/* --- array2string, array_repr, array_str --- */

/* The options of one call: those given over the session's. */
static bool call_options(ss_session *s, const ssi_value v[OVERRIDE_REPR + 1],
                         print_state *p)
{
    ssi_call call = {0};
    ssi_value formatter = v[FORMATTER];
    save(s, p);
    for (int i = 0; i <= OVERRIDE_REPR; i++) {
        call.args[i] = v[i];
        call.given[i] = v[i].tag != SSI_NONE;
    }
    ss_numpy_print_options before = p->options;
    if (!read_options(s, &call, p))
        return false;
    if (formatter.tag == SSI_NONE) { /* here it stays as it is */
        p->options.formatter = before.formatter;
        p->options.element = before.element;
        p->options.context = before.context;
    }
    return true;
}

static const char *text_argument(const ssi_call *call, size_t i,
                                 const char *otherwise)
{
    if (!call->given[i] || !ssi_is(call->args[i], &ssi_type_str))
        return otherwise;
    return ((ssi_str_object *)call->args[i].u.o)->data;
}

static bool new_text(ss_session *s, ss_status status, ss_text *text,
                     ssi_value *out)
{
    bool ok = ssi_text_done(s, status)
              && ssi_new_str(s, text->data ? text->data : "", text->size, out);
    ss_text_free(text);
    return ok;
}

static bool array_argument(ss_session *s, ssi_value v)
{
    return ssi_is(v, &ssi_type_ndarray)
           || ssi_unsupported(s, "printing functions of something else than "
                                 "an array");
}

/* Parameters: a, max_line_width, precision, suppress_small, separator, prefix,
 * formatter, threshold, edgeitems, sign, floatmode, suffix, legacy. */
bool ssi_numpy_array2string(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const int places[] = {
        -1,        LINEWIDTH, PRECISION, SUPPRESS,  -1, -1,    FORMATTER,
        THRESHOLD, EDGEITEMS, SIGN,      FLOATMODE, -1, LEGACY};
    ssi_value v[OVERRIDE_REPR + 1];
    print_state p;
    ss_text text = {0};
    if (!array_argument(s, call->args[0]))
        return false;
    for (int i = 0; i <= OVERRIDE_REPR; i++)
        v[i] = ssi_none();
    for (int i = 0; i < 13; i++)
        if (places[i] >= 0 && call->given[i])
            v[places[i]] = call->args[i];
    if (!call_options(s, v, &p))
        return false;
    return new_text(s,
                    ss_numpy_array2string(ssi_array_of(call->args[0]),
                                          &p.options,
                                          text_argument(call, 4, NULL),
                                          text_argument(call, 5, NULL),
                                          text_argument(call, 11, NULL), &text),
                    &text, out);
}

/* array_repr (variant 0) and array_str (1): a, max_line_width, precision,
 * suppress_small. */
bool ssi_numpy_array_text(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const int places[] = {-1, LINEWIDTH, PRECISION, SUPPRESS};
    ssi_value v[OVERRIDE_REPR + 1];
    print_state p;
    ss_text text = {0};
    if (!array_argument(s, call->args[0]))
        return false;
    for (int i = 0; i <= OVERRIDE_REPR; i++)
        v[i] = ssi_none();
    for (int i = 1; i < 4; i++)
        if (call->given[i])
            v[places[i]] = call->args[i];
    if (!call_options(s, v, &p))
        return false;
    const ss_array *a = ssi_array_of(call->args[0]);
    return new_text(s,
                    call->function->variant
                        ? ss_numpy_text(a, &p.options, &text)
                        : ss_numpy_repr(a, &p.options, &text),
                    &text, out);
}

/* --- get_printoptions --- */
static ssi_value shown_number(int64_t option, int64_t by_default)
{
    if (option == SS_PRINT_UNLIMITED) {
        double inf = 1e308 * 10;
        return ssi_float(inf);
    }
    if (option == SS_PRINT_UNLIMITED - 1)
        return ssi_int(INT64_MAX);
    return ssi_int(option == 0               ? by_default
                   : option == SS_PRINT_ZERO ? 0
                                             : option);
}

/* Takes the reference to v. */
static bool put(ss_session *s, ssi_value dict, const char *name, ssi_value v)
{
    ssi_value key;
    bool ok = ssi_new_str(s, name, strlen(name), &key);
    if (ok) {
        ok = ssi_dict_set(s, dict, key, v);
        ssi_release(s, key);
    }
    ssi_release(s, v);
    return ok;
}

static bool put_text(ss_session *s, ssi_value dict, const char *name,
                     const char *text)
{
    ssi_value v;
    return ssi_new_str(s, text, strlen(text), &v) && put(s, dict, name, v);
}

static bool put_legacy(ss_session *s, ssi_value dict, int32_t legacy)
{
    for (size_t i = 0; i < sizeof legacies / sizeof *legacies; i++)
        if (legacies[i].number == legacy && legacy != ssi_numpy_legacy(s))
            return put_text(s, dict, "legacy", legacies[i].name);
    return put(s, dict, "legacy", ssi_bool(false));
}

static bool fill_options(ss_session *s, ssi_value d)
{
    const ss_numpy_print_options *o = &s->numpy_print;
    char sign[2] = {o->sign ? o->sign : '-', 0};
    const char *mode =
        floatmodes[o->floatmode ? o->floatmode : SS_FLOATMODE_MAXPREC];
    return put(s, d, "edgeitems", shown_number(o->edgeitems, 3))
           && put(s, d, "threshold", shown_number(o->threshold, 1000))
           && put_text(s, d, "floatmode", mode)
           && put(s, d, "precision", shown_number(o->precision, 8))
           && put(s, d, "suppress", ssi_bool(o->suppress))
           && put(s, d, "linewidth", shown_number(o->linewidth, 75))
           && put_text(s, d, "nanstr", o->nanstr ? o->nanstr : "nan")
           && put_text(s, d, "infstr", o->infstr ? o->infstr : "inf")
           && put_text(s, d, "sign", sign)
           && put(s, d, "formatter", ssi_formatter_shown(o))
           && put_legacy(s, d, o->legacy)
           && put(s, d, "override_repr", ssi_none());
}

static bool options_dict(ss_session *s, ssi_value *out)
{
    if (!ssi_new_dict(s, out))
        return false;
    if (fill_options(s, *out))
        return true;
    ssi_release(s, *out);
    return false;
}

bool ssi_numpy_get_printoptions(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)call;
    return options_dict(s, out);
}

/* --- with np.printoptions(...) --- */
typedef struct context_object {
    ssi_object head;
    ssi_value args[OVERRIDE_REPR + 1];
    bool given[OVERRIDE_REPR + 1];
    print_state before;
    bool used;
} context_object;

static void context_destroy(ss_session *s, ssi_object *self)
{
    context_object *o = (context_object *)self;
    for (int i = 0; i <= OVERRIDE_REPR; i++)
        if (o->given[i])
            ssi_release(s, o->args[i]);
}

static bool context_enter(ss_session *s, ssi_object *self, ssi_value *out)
{
    context_object *o = (context_object *)self;
    ssi_call call = {0};
    print_state next;
    if (o->used)
        return ssi_raise(s, "AttributeError", "args");
    memcpy(call.args, o->args, sizeof o->args);
    memcpy(call.given, o->given, sizeof o->given);
    save(s, &o->before);
    next = o->before;
    if (!read_options(s, &call, &next))
        return false;
    o->used = true;
    if (next.options.legacy == 113)
        next.options.sign = '-';
    apply(s, &next);
    return options_dict(s, out);
}

static bool context_leave(ss_session *s, ssi_object *self)
{
    apply(s, &((context_object *)self)->before);
    return true;
}

static bool context_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    (void)self;
    return ssi_text_add(s, out,
                        "<contextlib._GeneratorContextManager object "
                        "at 0x7f0000000000>");
}

static const ssi_type context_type = {
    .name = "_GeneratorContextManager",
    .qualified = "contextlib._GeneratorContextManager",
    .destroy = context_destroy,
    .repr = context_repr,
    .enter = context_enter,
    .leave = context_leave,
};

bool ssi_numpy_printoptions(ss_session *s, ssi_call *call, ssi_value *out)
{
    context_object *o = ssi_new(s, &context_type, sizeof *o, 0);
    if (!o)
        return false;
    for (int i = 0; i <= OVERRIDE_REPR; i++) {
        o->given[i] = call->given[i];
        o->args[i] = call->given[i] ? ssi_retain(call->args[i]) : ssi_none();
    }
    *out = ssi_from_object(o);
    return true;
}
